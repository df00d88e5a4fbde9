import Foundation
import PDF
import TestSupport
import Testing

@Suite struct `A document that is drawn` {
    private let materials: Materials

    init() throws { materials = try Materials() }

    @Test func `is the same, byte for byte, whenever and by whomever it is drawn`() throws {
        let first = try Sample.invoice(rows: 60, with: materials)
        #expect(try Sample.invoice(rows: 60, with: materials) == first)
        #expect(try Sample.invoice(rows: 60, with: Materials()) == first)
    }

    @Test func `is the same whatever language the machine speaks`() async throws {
        let scratch = try Scratch()
        let here = try scratch.file(Sample.invoice(with: materials))
        await #expect(processExitsWith: .success) { [here = here as String] in
            for name in ["LC_ALL", "LANG", "LANGUAGE", "PANGO_LANGUAGE", "FC_LANG"] {
                unsafe setenv(name, name.hasPrefix("L") ? "ja_JP.UTF-8" : "ja:zh", 1)
            }
            let expected = try [UInt8](Data(contentsOf: URL(filePath: here)))
            #expect(try Sample.invoice(with: Materials()) == expected)
        }
    }

    @Test func `is sound, on as many pages as it needs`() throws {
        let reader = try Reader(Sample.invoice(rows: 120, with: materials))
        #expect(try reader.isSound())
        #expect(try reader.run("pdfinfo").contains(/Pages: +3\n/))
        #expect(try reader.run("pdfinfo").contains(/Tagged: +yes/))
    }

    @Test func `embeds every font, in whatever script, with the way back to its letters`() throws {
        let fonts = try Reader(Sample.invoice(with: materials)).run("pdffonts")
        let rows = fonts.split(separator: "\n").dropFirst(2)
        #expect(rows.count >= 6)
        #expect(rows.filter { !$0.contains(/\ yes +yes +yes +\d+ +0$/) } == [])
        #expect(fonts.contains("OpenSans") && fonts.contains("DejaVuSans") && fonts.contains("DroidSansFallback"))
    }

    @Test(arguments: ["漢字かな", "Żółć Ж", "’ œ €", "(/P << /MCID 0 >> BDC)"])
    func `can be searched, in whatever script`(words: String) throws {
        #expect(try Reader(Sample.invoice(with: materials)).text().contains(words))
    }

    @Test(arguments: [
        "\u{1F9FF}\u{10FFFF}\u{E000}", "a\0b", "\u{202E}abc\u{202C}", "e\u{301}\u{301}\u{301}", "\u{FEFF}\u{FFFC}",
        "👨‍👩‍👧‍👦", "\r\n\u{2028}\u{2029}\t", "", " ", "ﷺ", "𝔘𝔫𝔦", "ก็็็็็", "नमस्ते",
    ])
    func `is sound with any text at all`(text: String) throws {
        #expect(try Reader(Sample.invoice(text: text, with: materials)).isSound())
    }

    @Test func `says what each part is, in the order of drawing`() throws {
        let structure = try Reader(Sample.invoice(rows: 1, with: materials)).structure()
        let names = structure.split(separator: "\n").map { $0.trimmingPrefix(while: \.isWhitespace) }
            .filter { $0.contains(/^[A-Z][A-Za-z0-9]*/) && !$0.hasPrefix("\"") && !$0.hasPrefix("Object") }
            .compactMap { $0.firstMatch(of: /^\w+/).map { String($0.output) } }
        #expect(
            names == [
                "Document", "Figure", "H1", "P", "Link", "Table", "TR", "TH", "TH", "TR", "TD", "TD", "Figure",
            ]
        )
        #expect(structure.contains("\"Ligne 0\""))
    }

    @Test func `keeps decoration away from those who hear it`() throws {
        let structure = try Reader(Sample.invoice(rows: 60, with: materials)).structure()
        #expect(structure.matches(of: /Désignation/).count == 1)
        #expect(!structure.contains("page 1"))
        #expect(try Reader(Sample.invoice(rows: 60, with: materials)).text().contains("page 1"))
    }

    @Test func `goes on with a paragraph on the next page`() throws {
        let canvas = try Canvas(materials)
        let words = (0..<1_700).map { "mot\($0)" }.joined(separator: " ")
        let paragraph = canvas.paragraph(words, TextStyle(size: 10), width: 500)
        #expect(words.utf8.count > 10_000)
        var next = 0
        canvas.tagged(.paragraph) {
            while next < paragraph.lineCount {
                canvas.addPage()
                let lines = paragraph.lines(from: next, within: 760)
                #expect(!lines.isEmpty && paragraph.height(of: lines) <= 760.01)
                canvas.draw(paragraph, at: Point(x: 40, y: 40), lines: lines)
                next = lines.upperBound
            }
        }
        #expect(canvas.pageCount > 1)
        let reader = try Reader(canvas.finished(Sample.properties))
        #expect(try reader.isSound())
        let read = try reader.text().split(whereSeparator: \.isWhitespace).filter { $0.hasPrefix("mot") }
        #expect(read.joined(separator: " ") == words)
        #expect(try reader.structure().matches(of: /P \(block\)/).count == 1)
    }

    @Test func `takes any picture that is a PNG, and no other`() throws {
        let canvas = try Canvas(materials)
        canvas.addPage()
        let place = Rectangle(x: 0, y: 0, width: 10, height: 10)
        for bytes in [[], [1, 2, 3], Array("<svg/>".utf8)] as [[UInt8]] {
            #expect(throws: DrawingError.unreadablePicture) {
                try canvas.picture(png: bytes, in: place)
                return 0
            }
        }
    }
}
