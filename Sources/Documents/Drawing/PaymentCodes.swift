import PDF

/// « Payer par carte » and « Payer par virement », side by side at the foot of the last page.
struct PaymentCodes {
    let canvas: Canvas
    let marks: Marks

    /// Twenty-eight millimetres, margin included: phones read a code from 25 mm on.
    private static let side = 80.0

    func draw() throws(DrawingError) {
        let room = Paper.payment
        canvas.line(
            from: Point(x: room.x, y: room.y),
            to: Point(x: room.x + room.width, y: room.y),
            colour: Paper.rule
        )
        var x = room.x
        if let address = marks.cardAddress {
            try draw(
                try QRCode(address),
                at: x,
                "Payer par carte",
                ["Scannez ce code avec votre téléphone", "pour payer en ligne, en toute sécurité."],
                address
            )
            x += room.width / 2
        }
        if let transfer = marks.transfer {
            try draw(
                try QRCode(transfer.text, maximumVersion: 13),
                at: x,
                "Payer par virement",
                ["Scannez ce code dans l’application", "de votre banque\u{A0}: tout est rempli."],
                nil
            )
        }
    }

    private func draw(
        _ code: QRCode,
        at x: Double,
        _ title: String,
        _ words: [String],
        _ address: String?
    ) throws(DrawingError) {
        let y = Paper.payment.y + 10
        let alternative = "Code QR\u{A0}: \(title.lowercased())"
        canvas.tagged(.section) {
            let draw = {
                // The light margin reaches into the paper's, so that the dark part stands on the edge of the text.
                let margin = Self.side * Double(QRCode.margin) / Double(code.side + 2 * QRCode.margin)
                canvas.qrCode(code, at: Point(x: x - margin, y: y), side: Self.side, alternative: alternative)
                canvas.tagged(.paragraph) {
                    let style = TextStyle(size: 10.5, weight: .bold, colour: Paper.brand)
                    var line = y + 18 + canvas.text(title, style, at: Point(x: x + Self.side + 4, y: y + 18))
                    for text in words {
                        line += canvas.text(printable(text), Paper.small, at: Point(x: x + Self.side + 4, y: line + 1))
                    }
                }
            }
            guard let address else { return draw() }
            let place = Rectangle(x: x, y: y, width: Paper.width / 2 - 10, height: Self.side)
            canvas.link(to: address, description: title, over: place, draw)
        }
    }
}
