import Accounting
import French
import Invoicing
import PDF

/// A document on paper, before its file is finished.
struct DrawnDocument {
    let canvas: Canvas
    let document: LegalDocument
    let logo: [UInt8]?

    func draw() throws(DrawingError) {
        let table = LineTable(document, on: canvas)
        let closing = Closing(canvas: canvas, document: document)
        canvas.addPage()
        let top = try Letterhead(canvas: canvas, document: document, logo: logo).draw()
        let room = Pagination.Room(
            first: Paper.bottom - top - LineTable.headHeight,
            other: Paper.bottom - Paper.top - LineTable.headHeight,
            closing: closing.height
        )
        let pages = Pagination(table.rows.map(\.shape), in: room).pages
        var y = top
        canvas.tagged(.table) {
            for (place, parts) in pages.enumerated() {
                if place > 0 {
                    canvas.addPage()
                    y = Paper.top
                }
                drawFooter(page: place + 1, of: pages.count)
                table.drawHead(at: y, isFirst: place == 0)
                y += LineTable.headHeight
                for part in parts { y = table.draw(part, at: y) }
            }
        }
        closing.draw(at: y)
    }

    private func drawFooter(page: Int, of count: Int) {
        let seller = document.invoice.seller
        let name = seller.tradeName.map { "\($0) · \(seller.legalName)" } ?? seller.legalName
        let title = document.creditNote == nil ? document.invoice.kind.french : "Avoir"
        canvas.decoration {
            canvas.line(
                from: Point(x: Paper.left, y: Paper.footer - 6),
                to: Point(x: Paper.right, y: Paper.footer - 6),
                colour: Paper.rule
            )
            let text = canvas.paragraph(printable("\(name) · SIREN \(seller.siren.text)"), Paper.small, width: Paper.width - 190)
            canvas.draw(text, at: Point(x: Paper.left, y: Paper.footer), lines: 0..<1)
            canvas.text(
                "\(title) \(document.number.text) · Page \(page)/\(count)",
                Paper.small,
                endingAt: Point(x: Paper.right, y: Paper.footer)
            )
        }
    }
}
