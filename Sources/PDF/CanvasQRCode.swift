extension Canvas {
    /// Draws a QR code as a figure, black on white, into a square whose side, in points, holds the margin too.
    ///
    /// A phone reads it from 25 mm (71 points) on.
    public func qrCode(_ code: QRCode, at place: Point, side: Double, alternative: String) {
        let module = side / Double(code.side + 2 * QRCode.margin)
        let inset = module * Double(QRCode.margin)
        tagged(.figure(alternative: alternative)) {
            fill(Rectangle(x: place.x, y: place.y, width: side, height: side), colour: .white)
            let dark = code.runs.map { run in
                Rectangle(
                    x: place.x + inset + Double(run.x) * module,
                    y: place.y + inset + Double(run.y) * module,
                    width: Double(run.width) * module,
                    height: Double(run.height) * module
                )
            }
            fill(dark, colour: .black)
        }
    }
}
