import Invoicing
import PDF

/// What closes a document: totals, how to pay, and the sentences of the law; laid out once.
struct Closing {
    private let canvas: Canvas
    private let totals: TotalsTable
    private let terms: PaymentTerms
    private let mentions: [Paragraph]
    /// The room for the QR codes that an invoice keeps, or for what the client signs on a quote, in points.
    private let codes: Double

    private static let gap = 14.0

    init(_ document: LegalDocument, on canvas: Canvas) {
        self.canvas = canvas
        totals = TotalsTable(document, on: canvas)
        terms = PaymentTerms(document, on: canvas)
        mentions = document.mentions.map { canvas.paragraph(printable($0), Paper.small, width: Paper.width) }
        codes = document.asksForPayment || document.quote != nil ? Paper.payment.height + 6 : 0
    }

    /// What it takes from the page, in points.
    var height: Double {
        Self.gap + max(totals.height, terms.height + 8) + 12 + mentions.map(\.height).reduce(0, +) + codes
    }

    /// Draws it as one block, how to pay beside the totals.
    func draw(at y: Double) {
        var y = y + Self.gap
        totals.draw(at: y)
        terms.draw(at: y + 2)
        y += max(totals.height, terms.height + 8) + 6
        for mention in mentions {
            y += canvas.tagged(.paragraph) { canvas.draw(mention, at: Point(x: Paper.left, y: y)) }
        }
    }

    // Over several pages

    /// Shares it out over pages, one thing under the other: a balance may take off more deposits than a page has room for.
    ///
    /// - Parameter left: what the last page with lines has left, in points.
    /// - Returns: the parts on that page, which may be none, and on those that follow it.
    func pages(under left: Double) -> [[Pagination.Part]] {
        let rows =
            totals.rows.map { Pagination.Row(lines: [$0.height], padding: 0) }
            + terms.lines.map { Pagination.Row(lines: [$0.height], padding: 0) }
            + mentions.map { Pagination.Row(lines: $0.lineHeights, padding: 0) }
        let room = Pagination.Room(first: left - Self.gap, other: Paper.bottom - Paper.top - Self.gap, closing: codes)
        return Pagination(rows, in: room).pages
    }

    /// Draws the parts that stand on one page.
    func draw(_ parts: [Pagination.Part], at y: Double) {
        var y = y + Self.gap
        let ofTotals = parts.filter { $0.row < totals.rows.count }
        if !ofTotals.isEmpty {
            canvas.tagged(.table) {
                for part in ofTotals { y = totals.draw(totals.rows[part.row], at: y) }
            }
        }
        for part in parts.dropFirst(ofTotals.count) {
            let place = part.row - totals.rows.count
            if place < terms.lines.count {
                y = terms.draw(terms.lines[place], at: y)
            } else {
                let mention = mentions[place - terms.lines.count]
                y += canvas.tagged(.paragraph) {
                    canvas.draw(mention, at: Point(x: Paper.left, y: y), lines: part.lines)
                }
            }
        }
    }
}
