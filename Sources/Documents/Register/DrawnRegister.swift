import Accounting
import French
import Invoicing
import PDF

/// A register on paper, page after page: its head on each, what the page adds up to, and what is brought to the next.
struct DrawnRegister {
    private let document: RegisterDocument
    private let canvas: Canvas
    private let columns: [RegisterPaper.Column]
    private let pages: [[RegisterDocument.Row]]
    private static let padding = 3.0
    private static let titleHeight = 54.0
    private static let sumsHeight = 34.0
    private static let mostLines = 3

    init(_ document: RegisterDocument, on canvas: Canvas) {
        self.document = document
        self.canvas = canvas
        columns = RegisterPaper.columns(withDisbursements: document.hasDisbursements)
        pages = Self.pages(document.rows, columns, canvas)
    }

    /// The rows of each page.
    private static func pages(
        _ rows: [RegisterDocument.Row],
        _ columns: [RegisterPaper.Column],
        _ canvas: Canvas
    ) -> [[RegisterDocument.Row]] {
        var pages: [[RegisterDocument.Row]] = [[]]
        let room = RegisterPaper.bottom - RegisterPaper.top - RegisterPaper.headHeight - sumsHeight
        var left = room - titleHeight
        for row in rows {
            let height = height(of: row, columns, canvas)
            if height > left {
                pages.append([])
                left = room
            }
            pages[pages.count - 1].append(row)
            left -= height
        }
        return pages
    }

    /// A cell shows three lines at most: the document that it cites says all.
    private static func height(
        of row: RegisterDocument.Row,
        _ columns: [RegisterPaper.Column],
        _ canvas: Canvas
    ) -> Double {
        let heights = columns.map { column in
            let text = paragraph(row, column, canvas)
            return text.height(of: 0..<min(mostLines, text.lineCount))
        }
        return (heights.max() ?? 0) + 2 * padding
    }

    private static func paragraph(
        _ row: RegisterDocument.Row,
        _ column: RegisterPaper.Column,
        _ canvas: Canvas
    ) -> Paragraph {
        canvas.paragraph(printable(column.text(row)), column.style, width: column.width)
    }

    func draw() {
        var brought = Shares.zero
        canvas.addPage()
        var y = drawTitle()
        canvas.tagged(.table) {
            for (place, rows) in pages.enumerated() {
                if place > 0 {
                    canvas.addPage()
                    y = RegisterPaper.top
                }
                drawFooter(page: place + 1)
                drawHead(at: y, isFirst: place == 0)
                y += RegisterPaper.headHeight
                for row in rows { y = draw(row, at: y) }
                let page = rows.map(\.shares).sum
                brought = brought + page
                y = drawSum("Total de la page", page, at: y + 3)
                let isLast = place == pages.count - 1
                _ = drawSum(isLast ? "Total de la période" : "À reporter", brought, at: y)
            }
        }
    }

    private func drawTitle() -> Double {
        let place = Point(x: RegisterPaper.left, y: RegisterPaper.top)
        canvas.tagged(.heading(level: 1)) {
            _ = canvas.text(
                printable(document.title),
                TextStyle(size: 15, weight: .bold, colour: Paper.brand),
                at: place
            )
        }
        let seller = document.seller
        let count = document.rows.count
        canvas.tagged(.paragraph) {
            _ = canvas.text(
                printable(
                    "\(seller.legalName) · SIREN \(seller.siren.text) · \(count.frenchGrouped) ligne\(count > 1 ? "s" : "") · "
                        + "édité le \(document.drawnOn.frenchLong)"
                ),
                Paper.body,
                at: Point(x: place.x, y: place.y + 24)
            )
        }
        return place.y + Self.titleHeight
    }

    /// The head; it is heard once.
    private func drawHead(at y: Double, isFirst: Bool) {
        let draw = { (column: RegisterPaper.Column) in
            let style = Paper.label.with(alignment: column.style.alignment)
            _ = canvas.draw(
                canvas.paragraph(column.heading, style, width: column.width),
                at: Point(x: column.x, y: y + 3)
            )
        }
        if isFirst {
            canvas.tagged(.row) {
                for column in columns { canvas.tagged(.headerCell(of: .column)) { draw(column) } }
            }
        } else {
            canvas.decoration { columns.forEach(draw) }
        }
        rule(at: y + RegisterPaper.headHeight - 3, width: 1.2, colour: Paper.brand)
    }

    private func draw(_ row: RegisterDocument.Row, at y: Double) -> Double {
        let end = y + Self.height(of: row, columns, canvas)
        canvas.tagged(.row) {
            for column in columns {
                canvas.tagged(.cell()) {
                    let text = Self.paragraph(row, column, canvas)
                    let lines = 0..<min(Self.mostLines, text.lineCount)
                    _ = canvas.draw(text, at: Point(x: column.x, y: y + Self.padding), lines: lines)
                }
            }
        }
        rule(at: end, width: 0.5, colour: Paper.rule)
        return end
    }

    private func drawSum(_ name: String, _ sum: Shares, at y: Double) -> Double {
        canvas.tagged(.row) {
            canvas.tagged(.headerCell(of: .row, columns: 6)) {
                _ = canvas.text(name, RegisterPaper.sum, endingAt: Point(x: columns[6].x - 6, y: y))
            }
            let disbursed = document.hasDisbursements ? [sum.disbursed] : []
            let amounts = [sum.net, sum.tax] + disbursed + [sum.amount]
            for (amount, column) in zip(amounts, columns[6...]) {
                canvas.tagged(.cell()) {
                    let place = Point(x: column.x + column.width, y: y)
                    _ = canvas.text(printable(amount.french), RegisterPaper.sum, endingAt: place)
                }
            }
            canvas.tagged(.cell(columns: 3)) {}
        }
        return y + 13
    }

    private func drawFooter(page: Int) {
        canvas.decoration {
            rule(at: RegisterPaper.footer - 5, width: 0.5, colour: Paper.rule)
            let note = document.hasDisbursements ? " · * Les débours ne sont pas du chiffre d’affaires." : ""
            let name = printable("\(document.title) · \(document.seller.legalName)\(note)")
            canvas.text(name, Paper.small, at: Point(x: RegisterPaper.left, y: RegisterPaper.footer))
            let place = Point(x: RegisterPaper.right, y: RegisterPaper.footer)
            canvas.text("Page \(page)/\(pages.count)", Paper.small, endingAt: place)
        }
    }

    private func rule(at y: Double, width: Double, colour: Colour) {
        canvas.line(
            from: Point(x: RegisterPaper.left, y: y),
            to: Point(x: RegisterPaper.right, y: y),
            width: width,
            colour: colour
        )
    }
}
