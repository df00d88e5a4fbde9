import Accounting
import French
import Invoicing
import PDF

/// What closes a document: totals, how to pay, and the sentences of the law.
struct Closing {
    let canvas: Canvas
    let document: LegalDocument

    private static let totalsWidth = 236.0
    private static let gap = 14.0

    private var invoice: IssuedInvoice { document.invoice }
    private var isUnderFranchise: Bool { invoice.seller.isUnderFranchise }

    /// What it takes from the page, with the room for the QR codes that an invoice keeps, in points.
    var height: Double {
        Self.gap + max(totalsHeight, paymentHeight) + mentionsHeight
            + (document.creditNote == nil ? Paper.payment.height + 6 : 0)
    }

    func draw(at y: Double) {
        let y = y + Self.gap
        drawTotals(at: y)
        drawPayment(at: y)
        drawMentions(at: y + max(totalsHeight, paymentHeight))
    }

    // Totals

    /// Each total with its words, the last one being what is asked.
    ///
    /// Under the franchise there is one total and no word of VAT but the mention (CGI article 283-3).
    private var totals: [(label: String, amount: Cents)] {
        var lines: [(String, Cents)] = []
        if !isUnderFranchise {
            lines.append(("Total HT", document.totals.net))
            for line in document.totals.breakdown {
                lines.append(("TVA \(line.vat.french) sur \(line.base.french)", line.tax))
            }
            lines.append(("Total TTC", document.totals.gross))
        } else if document.prepaid > .zero {
            lines.append(("Total", document.totals.gross))
        }
        if document.prepaid > .zero {
            lines += invoice.deposits.map { ("Acompte \($0.number.text) du \($0.issuedOn.frenchShort)", -$0.amount) }
        }
        return lines + [(document.creditNote == nil ? "Net à payer" : "Montant de l’avoir", document.payable)]
    }

    private static let rowHeight = 16.0
    private static let dueHeight = 26.0

    private var totalsHeight: Double { Double(totals.count - 1) * Self.rowHeight + Self.dueHeight + 12 }

    private func drawTotals(at y: Double) {
        let x = Paper.right - Self.totalsWidth
        var y = y
        canvas.tagged(.table) {
            for (place, total) in totals.enumerated() {
                let isDue = place == totals.count - 1
                let style = isDue ? TextStyle(size: 11.5, weight: .bold, colour: Paper.brand) : Paper.body
                var figures = style
                figures.hasTabularFigures = true
                if isDue {
                    let box = Rectangle(x: x, y: y + 2, width: Self.totalsWidth, height: Self.dueHeight)
                    canvas.fill(box, colour: Paper.tint, cornerRadius: 4)
                }
                let top = y + (isDue ? 7 : 2)
                canvas.tagged(.row) {
                    canvas.tagged(.headerCell(of: .row)) {
                        _ = canvas.text(printable(total.label), style, at: Point(x: x + 10, y: top))
                    }
                    canvas.tagged(.cell()) {
                        _ = canvas.text(printable(total.amount.french), figures, endingAt: Point(x: Paper.right - 10, y: top))
                    }
                }
                y += isDue ? Self.dueHeight : Self.rowHeight
            }
        }
    }

    // Payment

    private var payment: [(label: String, value: String)] {
        guard document.creditNote == nil else { return [] }
        var lines = [("À régler avant le", invoice.dueOn.frenchLong)]
        if let bank = invoice.seller.bank {
            lines.append(("Par virement, titulaire", invoice.seller.name))
            lines.append(("IBAN", bank.iban.text))
            if let bic = bank.bic { lines.append(("BIC", bic.code)) }
            lines.append(("Référence à indiquer", document.number.text))
        }
        return lines
    }

    private static let paymentWidth = Paper.width - totalsWidth - 20

    private var laidPayment: [(label: Paragraph, value: Paragraph)] {
        payment.map { line in
            (
                canvas.paragraph(line.label, Paper.label, width: Self.paymentWidth),
                canvas.paragraph(printable(line.value), Paper.body, width: Self.paymentWidth)
            )
        }
    }

    private var paymentHeight: Double {
        laidPayment.map { $0.label.height + $0.value.height + 3 }.reduce(0, +) + 6
    }

    private func drawPayment(at y: Double) {
        var y = y + 2
        for line in laidPayment {
            canvas.tagged(.paragraph) {
                y += canvas.draw(line.label, at: Point(x: Paper.left, y: y))
                y += canvas.draw(line.value, at: Point(x: Paper.left, y: y)) + 3
            }
        }
    }

    // Mentions

    private var laidMentions: [Paragraph] {
        document.mentions.map { canvas.paragraph(printable($0), Paper.small, width: Paper.width) }
    }

    private var mentionsHeight: Double { laidMentions.map(\.height).reduce(0, +) + 12 }

    private func drawMentions(at y: Double) {
        var y = y + 6
        for mention in laidMentions {
            y += canvas.tagged(.paragraph) { canvas.draw(mention, at: Point(x: Paper.left, y: y)) }
        }
    }
}
