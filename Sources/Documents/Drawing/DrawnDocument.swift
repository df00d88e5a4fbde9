import Accounting
import French
import Invoicing
import PDF

/// A document on paper, before its file is finished.
struct DrawnDocument {
    let canvas: Canvas
    let document: LegalDocument
    let logo: [UInt8]?

    /// The least that is left for lines above what closes the document, in points.
    private static let leastForLines = 120.0

    func draw() throws(DrawingError) {
        let table = LineTable(document, on: canvas)
        let closing = Closing(document, on: canvas)
        canvas.addPage()
        let top = try Letterhead(canvas: canvas, document: document, logo: logo).draw()
        let other = Paper.bottom - Paper.top - LineTable.headHeight
        let isWhole = closing.height <= other - Self.leastForLines
        let room = Pagination.Room(
            first: Paper.bottom - top - LineTable.headHeight,
            other: other,
            closing: isWhole ? closing.height : 0
        )
        let lines = Pagination(table.rows.map(\.shape), in: room)
        let rest = isWhole ? [] : closing.pages(under: lines.left)
        let count = lines.pages.count + max(0, rest.count - 1)

        let end = draw(table, on: lines.pages, from: top, pageCount: count)
        if isWhole { closing.draw(at: end) }
        for (place, parts) in rest.enumerated() {
            if place > 0 {
                canvas.addPage()
                drawFooter(page: lines.pages.count + place, of: count)
            }
            closing.draw(parts, at: place == 0 ? end : Paper.top)
        }
        if let quote = document.quote { Acceptance(quote, on: canvas).draw() }
    }

    /// - Returns: where the last page's lines end.
    private func draw(_ table: LineTable, on pages: [[Pagination.Part]], from top: Double, pageCount: Int) -> Double {
        var y = top
        var isHeard = false
        canvas.tagged(.table) {
            for (place, parts) in pages.enumerated() {
                if place > 0 {
                    canvas.addPage()
                    y = Paper.top
                }
                drawFooter(page: place + 1, of: pageCount)
                // The head of the document may leave no room for lines on the first page.
                guard !parts.isEmpty else { continue }
                table.drawHead(at: y, isFirst: !isHeard)
                isHeard = true
                y += LineTable.headHeight
                for part in parts { y = table.draw(part, at: y) }
            }
        }
        return y
    }

    private func drawFooter(page: Int, of count: Int) {
        let seller = document.invoice.seller
        let name = seller.tradeName.map { "\($0) · \(seller.legalName)" } ?? seller.legalName
        if document.isPreview { drawWatermark() }
        canvas.decoration {
            canvas.line(
                from: Point(x: Paper.left, y: Paper.footer - 6),
                to: Point(x: Paper.right, y: Paper.footer - 6),
                colour: Paper.rule
            )
            let text = canvas.paragraph(
                printable("\(name) · SIREN \(seller.siren.text)"),
                Paper.small,
                width: Paper.width - 190
            )
            canvas.draw(text, at: Point(x: Paper.left, y: Paper.footer), lines: 0..<1)
            canvas.text(
                "\(document.title) \(document.isPreview ? notYet : document.number.text) · Page \(page)/\(count)",
                Paper.small,
                endingAt: Point(x: Paper.right, y: Paper.footer)
            )
        }
    }

    private var notYet: String { document.quote == nil ? "non émise" : "non envoyé" }

    /// Across every page, under its text: a draft is no invoice.
    private func drawWatermark() {
        let word = canvas.paragraph("BROUILLON", TextStyle(size: 84, weight: .bold, colour: Colour(0xEEF1F4)))
        let middle = Point(x: Paper.size.width / 2, y: Paper.size.height / 2)
        canvas.turned(byDegrees: -45, around: middle) {
            canvas.decoration {
                _ = canvas.draw(word, at: Point(x: middle.x - word.width / 2, y: middle.y - word.height / 2))
            }
        }
    }
}

extension LegalDocument {
    /// The line of its number.
    var printedNumber: String {
        guard isPreview else { return "N° \(number.text)" }
        return "Brouillon\u{A0}: le numéro sera donné à \(quote == nil ? "la finalisation" : "l’envoi")"
    }
}
