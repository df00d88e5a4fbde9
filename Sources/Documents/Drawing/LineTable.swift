import Accounting
import French
import Invoicing
import PDF

/// The lines of a document as a table, whose head is repeated on each page.
struct LineTable {
    let canvas: Canvas
    let columns: [Column]
    let rows: [Row]

    /// One column; its place and width in points.
    struct Column {
        let heading: String
        let x: Double
        let width: Double
        let isAmount: Bool
        let text: (InvoiceLine) -> String
    }

    /// One line, laid out.
    struct Row {
        /// The designation, then the discount if there is one.
        let texts: [Paragraph]
        let cells: [Paragraph]
        /// What pagination needs to know.
        let shape: Pagination.Row

        init(texts: [Paragraph], cells: [Paragraph]) {
            self.texts = texts
            self.cells = cells
            let lines = texts.flatMap(\.lineHeights)
            let tallest = cells.map(\.height).max() ?? 0
            shape = Pagination.Row(lines: lines, padding: 2 * padding + max(0, tallest - lines.reduce(0, +)))
        }
    }

    private static let padding = 5.0
    static let headHeight = 20.0

    init(_ document: LegalDocument, on canvas: Canvas) {
        self.canvas = canvas
        let columns = Self.columns(showsVAT: !document.invoice.seller.isUnderFranchise)
        self.columns = columns
        // Quantities, rates and prices are often the same from line to line: each is laid out once.
        var known = columns.map { _ in [String: Paragraph]() }
        rows = document.lines.map { line in
            let cells = columns.indices.dropFirst().map { place in
                let text = printable(columns[place].text(line))
                if let cell = known[place][text] { return cell }
                let cell = canvas.paragraph(text, Paper.figures, width: columns[place].width)
                known[place][text] = cell
                return cell
            }
            return Row(texts: Self.texts(line, width: columns[0].width, on: canvas), cells: cells)
        }
    }

    private static func texts(_ line: InvoiceLine, width: Double, on canvas: Canvas) -> [Paragraph] {
        var texts = [canvas.paragraph(printable(line.designation), Paper.body, width: width)]
        if line.isDisbursement {
            texts.append(canvas.paragraph(printable(InvoiceLine.disbursementWords), Paper.small, width: width))
        }
        if let discount = line.discount {
            let text = "\(discount.french)\u{A0}: \((-line.discounted).french)"
            texts.append(canvas.paragraph(printable(text), Paper.small, width: width))
        }
        return texts
    }

    private static func columns(showsVAT: Bool) -> [Column] {
        var widths: [(String, Double, (InvoiceLine) -> String)] = [
            ("Quantité", 78, { line in line.quantity.french + (line.unit.isEmpty ? "" : " " + line.unit) }),
            ("Prix unitaire HT", 82, { $0.unitPrice.french }),
        ]
        if showsVAT { widths.append(("TVA", 46, { $0.vat.french })) }
        widths.append(("Total HT", 84, { $0.net.french }))
        var x = Paper.right
        var columns: [Column] = []
        for (heading, width, text) in widths.reversed() {
            x -= width
            columns.insert(Column(heading: heading, x: x + 8, width: width - 8, isAmount: true, text: text), at: 0)
        }
        let designation = Column(
            heading: "Désignation",
            x: Paper.left,
            width: x - Paper.left - 4,
            isAmount: false,
            text: \.designation
        )
        return [designation] + columns
    }

    /// The head; it is heard once.
    func drawHead(at y: Double, isFirst: Bool) {
        let style = Paper.label
        let draw = { (column: Column) in
            let text = canvas.paragraph(
                column.heading,
                style.with(alignment: column.isAmount ? .trailing : .leading),
                width: column.width
            )
            _ = canvas.draw(text, at: Point(x: column.x, y: y + 3))
        }
        if isFirst {
            canvas.tagged(.row) {
                for column in columns { canvas.tagged(.headerCell(of: .column)) { draw(column) } }
            }
        } else {
            canvas.decoration { columns.forEach(draw) }
        }
        let under = y + Self.headHeight - 3
        canvas.line(
            from: Point(x: Paper.left, y: under),
            to: Point(x: Paper.right, y: under),
            width: 1.2,
            colour: Paper.brand
        )
    }

    /// Draws a part of a row.
    ///
    /// - Returns: where the next row begins.
    func draw(_ part: Pagination.Part, at y: Double) -> Double {
        let row = rows[part.row]
        let isFirst = part.lines.lowerBound == 0
        let end = y + row.shape.height(part.lines)
        canvas.tagged(.row) {
            canvas.tagged(.cell()) { drawTexts(row, part.lines, at: y + Self.padding) }
            for (column, cell) in zip(columns.dropFirst(), row.cells) {
                canvas.tagged(.cell()) {
                    // A row that goes on says its amounts where it began.
                    guard isFirst else { return }
                    _ = canvas.draw(cell, at: Point(x: column.x, y: y + Self.padding))
                }
            }
        }
        canvas.line(from: Point(x: Paper.left, y: end), to: Point(x: Paper.right, y: end), colour: Paper.rule)
        return end
    }

    private func drawTexts(_ row: Row, _ lines: Range<Int>, at y: Double) {
        var (first, y) = (0, y)
        for text in row.texts {
            let own =
                (lines.lowerBound - first).clamped(
                    to: 0...text.lineCount
                )..<(lines.upperBound - first)
                .clamped(to: 0...text.lineCount)
            if !own.isEmpty { y += canvas.draw(text, at: Point(x: Paper.left, y: y), lines: own) }
            first += text.lineCount
        }
    }
}

extension Int {
    fileprivate func clamped(to range: ClosedRange<Int>) -> Int {
        Swift.min(Swift.max(self, range.lowerBound), range.upperBound)
    }
}
