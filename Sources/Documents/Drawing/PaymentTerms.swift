import Accounting
import French
import Invoicing
import PDF

/// When and how an invoice is paid, laid out; nothing on a credit note or a quote.
struct PaymentTerms {
    let canvas: Canvas
    let lines: [Line]

    /// One thing to know, under its name.
    struct Line {
        let label: Paragraph
        let value: Paragraph

        var height: Double { label.height + value.height + 3 }
    }

    init(_ document: LegalDocument, on canvas: Canvas) {
        self.canvas = canvas
        let width = Paper.width - TotalsTable.width - 20
        lines = Self.terms(of: document).map { line in
            Line(
                label: canvas.paragraph(line.label, Paper.label, width: width),
                value: canvas.paragraph(printable(line.value), Paper.body, width: width)
            )
        }
    }

    var height: Double { lines.map(\.height).reduce(0, +) }

    private static func terms(of document: LegalDocument) -> [(label: String, value: String)] {
        guard document.asksForPayment else { return [] }
        let invoice = document.invoice
        var lines = [("À régler avant le", invoice.dueOn.frenchLong)]
        if let bank = invoice.seller.bank {
            lines.append(("Par virement, titulaire", invoice.seller.name))
            lines.append(("IBAN", bank.iban.text))
            if let bic = bank.bic { lines.append(("BIC", bic.code)) }
            if !document.isPreview { lines.append(("Référence à indiquer", document.number.text)) }
        }
        return lines
    }

    func draw(at y: Double) {
        var y = y
        for line in lines { y = draw(line, at: y) }
    }

    /// - Returns: where the next line begins.
    func draw(_ line: Line, at y: Double) -> Double {
        canvas.tagged(.paragraph) {
            let under = y + canvas.draw(line.label, at: Point(x: Paper.left, y: y))
            return under + canvas.draw(line.value, at: Point(x: Paper.left, y: under)) + 3
        }
    }
}
