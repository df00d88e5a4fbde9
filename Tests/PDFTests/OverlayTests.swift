import PDF
import Testing

@Suite struct `A drawing laid over a finished document` {
    private let materials: Materials
    private let original: [UInt8]

    init() throws {
        materials = try Materials()
        original = try Sample.invoice(rows: 60, with: materials)
    }

    @Test func `is read after it, and found`() throws {
        let reader = try Reader(Sample.stamped(original, with: materials))
        #expect(try reader.isSound())
        #expect(try reader.text().contains("Voir la page"))
        // Letters on a slant are one text in the order of drawing only: pdftotext otherwise sorts them into lines.
        #expect(try reader.run("pdftotext", "-raw", "-enc", "UTF-8", "FILE", "-").contains("Facture acquittée 0"))
        let structure = try reader.structure()
        #expect(structure.contains("Facture acquittée 0") && structure.contains("\"Voir la page\""))
        #expect(try reader.objects().contains("/Alt (Code QR de la page)"))
    }

    @Test func `leaves all that was there`() throws {
        let before = try Reader(original)
        let document = try Sample.stamped(original, with: materials)
        let after = try Reader(document)
        let (old, new) = (try before.structure(), try after.structure())
        #expect(new.count > old.count && new.contains(old.split(separator: "\n").dropFirst(10).joined(separator: "\n")))
        #expect(try EmbeddedFile.read(named: "factur-x.xml", from: document) == Sample.xml)
        let metadata = { (text: String) in text.split(separator: "<?xpacket").dropFirst().first }
        #expect(
            metadata(String(decoding: document, as: UTF8.self)) == metadata(String(decoding: original, as: UTF8.self))
        )
        for line in try before.text().split(separator: "\n") { #expect(try after.text().contains(line)) }
    }

    @Test func `is the same, byte for byte, each time`() throws {
        #expect(
            try Sample.stamped(original, with: materials) == Sample.stamped(original, with: Materials())
        )
    }

    @Test func `may lie over several pages, and over another drawing`() throws {
        let once = try Sample.stamped(original, pages: [1, 0], with: materials)
        let reader = try Reader(Sample.stamped(once, "Réglée Ж", pages: [0], with: materials))
        #expect(try reader.isSound())
        let structure = try reader.structure()
        for words in ["Facture acquittée 1", "Facture acquittée 0", "Réglée Ж 0"] { #expect(structure.contains(words)) }
        #expect(try reader.run("pdffonts").contains(/\ no +\w+ +\w+ +\d+ +0\n/) == false)
    }

    @Test func `numbers its pieces after those of the page`() throws {
        let objects = try Reader(Sample.stamped(original, with: materials)).objects()
        let page = objects.split(separator: "%% Contents for page")[1...].prefix { !$0.hasPrefix(" 2") }.joined()
        let numbers = page.matches(of: /\n\/\w+ << \/MCID (\d+) >> BDC/).compactMap { Int($0.output.1) }
        #expect(numbers == Array(0..<numbers.count))
    }

    @Test func `is refused on what is not ours, on no page and on pages of another size`() throws {
        #expect(throws: DrawingError.self) { try Sample.stamped([], with: materials) }
        #expect(throws: DrawingError.self) { try Sample.stamped(Array("%PDF-1.7".utf8), with: materials) }
        #expect(throws: DrawingError.cannotOverlay("it has no page 7")) {
            try Sample.stamped(original, pages: [7], with: materials)
        }
        let canvas = try Canvas(materials, size: PageSize(width: 100, height: 100))
        canvas.addPage()
        canvas.line(from: Point(x: 0, y: 0), to: Point(x: 9, y: 9))
        #expect(throws: DrawingError.cannotOverlay("the page has another size")) {
            try canvas.laid(over: original, onPages: [0])
        }
    }
}
