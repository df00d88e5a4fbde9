import Accounting
import French
import PDF

/// Marks drawn on sheets of their own, to be laid over an issued file.
struct MarkedDocument {
    let materials: Materials
    let marks: Marks

    func laid(over pdf: [UInt8]) throws(DrawingError) -> [UInt8] {
        let canvas = try Canvas(materials, size: Paper.size)
        let last = try pageCount(of: pdf) - 1
        canvas.addPage()
        if let stamp = marks.stamp { Stamp(stamp, on: canvas).draw() }
        if let remainder = marks.remainder { draw(remainder, on: canvas) }
        if marks.isDuplicate { drawDuplicate(on: canvas) }
        guard marks.hasCodes else { return try canvas.laid(over: pdf, onPages: [0]) }
        if last > 0 { canvas.addPage() }
        try PaymentCodes(canvas: canvas, marks: marks).draw()
        return try canvas.laid(over: pdf, onPages: last > 0 ? [0, last] : [0])
    }

    /// In the place of a stamp: whoever reads the total must not pay it twice.
    private func draw(_ remainder: Cents, on canvas: Canvas) {
        canvas.tagged(.paragraph) {
            let style = TextStyle(size: 12, weight: .bold, colour: Paper.brand)
            let place = Point(x: Paper.right, y: Paper.stamp.y + 18)
            let height = canvas.text(printable("Reste à payer\u{A0}: \(remainder.french)"), style, endingAt: place)
            _ = canvas.text(
                "Avoirs et règlements déduits",
                Paper.small,
                endingAt: Point(x: Paper.right, y: place.y + height)
            )
        }
    }

    private func drawDuplicate(on canvas: Canvas) {
        canvas.tagged(.paragraph) {
            let style = TextStyle(size: 11, weight: .bold, colour: Paper.soft)
            _ = canvas.text("DUPLICATA", style, endingAt: Point(x: Paper.right, y: Paper.top))
        }
    }
}
