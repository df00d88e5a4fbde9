import French
import Invoicing
import PDF

/// Where a client agrees to a quote, in the place that invoices keep for their codes: a box to sign in, or what they
/// answered on the quote's page.
struct Acceptance {
    private let canvas: Canvas
    private let answer: SentQuote.Answer?

    init(_ quote: SentQuote, on canvas: Canvas) {
        self.canvas = canvas
        answer = quote.answer
    }

    func draw() {
        let box = Rectangle(x: Paper.right - 260, y: Paper.payment.y + 6, width: 260, height: 90)
        canvas.stroke(box, width: 0.8, colour: Paper.rule, cornerRadius: 5)
        var y = box.y + 9
        canvas.tagged(.section) {
            for (text, style) in lines {
                y += canvas.tagged(.paragraph) {
                    canvas.text(printable(text), style, at: Point(x: box.x + 12, y: y), width: box.width - 24)
                }
            }
        }
    }

    private var lines: [(String, TextStyle)] {
        guard let answer else {
            return [
                ("Bon pour accord", Paper.strong), ("Date, nom, qualité et signature du client\u{A0}:", Paper.small),
            ]
        }
        guard answer.isAccepted else {
            return [("Refusé le \(answer.day.frenchLong)", Paper.strong), ("par \(answer.name)", Paper.body)]
        }
        let way =
            answer.isByHand ? "Accord noté par l’émetteur du devis." : "Accord donné en ligne, sur la page du devis."
        return [
            ("Bon pour accord", Paper.strong), ("le \(answer.day.frenchLong), par \(answer.name)", Paper.body),
            (way, Paper.small),
        ]
    }
}
