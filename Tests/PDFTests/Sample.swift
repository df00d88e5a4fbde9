import PDF
import TestSupport

/// Documents that look like invoices.
enum Sample {
    static let body = TextStyle(size: 9)
    static let xml = Array("<facture>é</facture>".utf8)
    static let odd = "Żółć Ж 漢字かな مرحبا שלום 😀 🇫🇷 \u{1F9FF} (/P << /MCID 0 >> BDC) \\ ) ( ’ œ €"

    static let properties = DocumentProperties(
        title: "Facture F2026-0001 é",
        author: "Zoé Ω",
        subject: "Facture & <avoir>",
        creator: "NeedMe",
        creationTime: 1_790_000_000,
        facturX: FacturX()
    )

    static let attachment = Attachment(
        name: "factur-x.xml",
        bytes: xml,
        mimeType: "text/xml",
        description: "Facture Factur-X",
        modificationTime: 1_790_000_000
    )

    /// A heading, a paragraph, a link, a logo, a table that may span pages, a code.
    static func invoice(rows: Int = 3, text: String = odd, with materials: Materials) throws -> [UInt8] {
        let canvas = try Canvas(materials)
        canvas.addPage()
        try canvas.tagged(.figure(alternative: "Logo")) { () throws(DrawingError) in
            try canvas.picture(
                png: PNG.bytes(width: 30, height: 15) { x, y in [UInt8(x), UInt8(y), 9, x < 20 ? 255 : 99] },
                in: Rectangle(x: 40, y: 40, width: 60, height: 30)
            )
        }
        canvas.tagged(.heading(level: 1)) {
            _ = canvas.text("Facture F2026-0001", TextStyle(size: 20, weight: .bold), at: Point(x: 40, y: 80))
        }
        canvas.tagged(.paragraph) { _ = canvas.text(text, body, at: Point(x: 40, y: 115), width: 500) }
        canvas.link(
            to: "https://needme.example/é",
            description: "Payer la facture en ligne",
            over: Rectangle(x: 40, y: 150, width: 100, height: 14)
        ) { _ = canvas.text("Payer en ligne", body, at: Point(x: 40, y: 150)) }
        table(rows: rows, on: canvas)
        canvas.qrCode(
            try QRCode("https://needme.example/f/1"),
            at: Point(x: 40, y: 700),
            side: 80,
            alternative: "Code QR de paiement"
        )
        return try canvas.finished(properties, attachments: [attachment])
    }

    private static func table(rows: Int, on canvas: Canvas) {
        let head = TextStyle(size: 9, weight: .semibold)
        let amount = TextStyle(size: 9, hasTabularFigures: true)
        var y = 180.0
        func heading() {
            canvas.tagged(.headerCell(of: .column)) { _ = canvas.text("Désignation", head, at: Point(x: 40, y: y)) }
            canvas.tagged(.headerCell(of: .column)) { _ = canvas.text("Total HT", head, endingAt: Point(x: 555, y: y)) }
            y += 14
            canvas.line(from: Point(x: 40, y: y), to: Point(x: 555, y: y))
        }
        canvas.tagged(.table) {
            canvas.tagged(.row) { heading() }
            for row in 0..<rows {
                if y > 680 {
                    canvas.decoration { _ = canvas.text("page \(canvas.pageCount)", body, at: Point(x: 500, y: 810)) }
                    canvas.addPage()
                    y = 40
                    canvas.decoration { heading() }
                }
                canvas.tagged(.row) {
                    canvas.tagged(.cell()) { _ = canvas.text("Ligne \(row)", body, at: Point(x: 40, y: y)) }
                    canvas.tagged(.cell()) { _ = canvas.text("\(row),00 €", amount, endingAt: Point(x: 555, y: y)) }
                }
                y += 14
            }
        }
    }

    /// A stamp, a code and a link, laid over pages of a document.
    static func stamped(
        _ document: [UInt8],
        _ word: String = "Facture acquittée",
        pages: [Int] = [0],
        with materials: Materials
    ) throws -> [UInt8] {
        let canvas = try Canvas(materials)
        for page in pages {
            canvas.addPage()
            canvas.turned(byDegrees: -20, around: Point(x: 300, y: 400)) {
                let green = Colour(0x0A7A3A, opacity: 0.7)
                canvas.stroke(
                    Rectangle(x: 180, y: 370, width: 240, height: 50),
                    width: 2,
                    colour: green,
                    cornerRadius: 8
                )
                canvas.tagged(.paragraph) {
                    let style = TextStyle(size: 18, weight: .bold, colour: green)
                    _ = canvas.text("\(word) \(page)", style, at: Point(x: 190, y: 380))
                }
            }
            canvas.qrCode(
                try QRCode("https://needme.example/stamp"),
                at: Point(x: 400, y: 690),
                side: 80,
                alternative: "Code QR de la page"
            )
            canvas.link(
                to: "https://needme.example/o",
                description: "Voir la page",
                over: Rectangle(x: 400, y: 775, width: 80, height: 12)
            ) { _ = canvas.text("Voir la page", body, at: Point(x: 400, y: 775)) }
        }
        return try canvas.laid(over: document, onPages: pages)
    }
}
