import Accounting
import French
import Invoicing
import PDF

/// The totals of a document, laid out: each with its words, the last one being what is asked.
struct TotalsTable {
    let canvas: Canvas
    let rows: [Row]

    static let width = 236.0
    private static let x = Paper.right - width

    /// One total; lengths in points.
    struct Row {
        let label: Paragraph
        let figure: Paragraph
        let isDue: Bool

        var height: Double { isDue ? 38 : max(label.height, figure.height) + 4 }
    }

    init(_ document: LegalDocument, on canvas: Canvas) {
        self.canvas = canvas
        let totals = Self.totals(of: document)
        rows = totals.enumerated().map { place, total in
            let isDue = place == totals.count - 1
            let style = isDue ? TextStyle(size: 11.5, weight: .bold, colour: Paper.brand) : Paper.body
            var figures = style
            figures.hasTabularFigures = true
            let figure = canvas.paragraph(printable(total.amount.french), figures)
            let label = canvas.paragraph(printable(total.label), style, width: Self.width - 28 - figure.width)
            return Row(label: label, figure: figure, isDue: isDue)
        }
    }

    var height: Double { rows.map(\.height).reduce(0, +) }

    private static func totals(of document: LegalDocument) -> [(label: String, amount: Cents)] {
        var lines = document.sums
        if document.creditNote == nil {
            lines += document.invoice.deposits.map {
                ("Acompte \($0.number.text) du \($0.issuedOn.frenchShort)", -$0.amount)
            }
        } else if document.prepaid > .zero {
            // Of a credit note over a part, the deposits mirrored are a part of the invoice's.
            lines.append(("Acomptes de la facture", -document.prepaid))
        }
        return lines + [(document.totalTitle, document.payable)]
    }

    func draw(at y: Double) {
        var y = y
        canvas.tagged(.table) {
            for row in rows { y = draw(row, at: y) }
        }
    }

    /// Draws one row, inside of a table.
    ///
    /// - Returns: where the next one begins.
    func draw(_ row: Row, at y: Double) -> Double {
        if row.isDue {
            let box = Rectangle(x: Self.x, y: y + 2, width: Self.width, height: 26)
            canvas.fill(box, colour: Paper.tint, cornerRadius: 4)
        }
        let top = y + (row.isDue ? 7 : 2)
        canvas.tagged(.row) {
            canvas.tagged(.headerCell(of: .row)) {
                _ = canvas.draw(row.label, at: Point(x: Self.x + 10, y: top))
            }
            canvas.tagged(.cell()) {
                _ = canvas.draw(row.figure, at: Point(x: Paper.right - 10 - row.figure.width, y: top))
            }
        }
        return y + row.height
    }
}
