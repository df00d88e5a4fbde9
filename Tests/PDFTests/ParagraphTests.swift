import PDF
import Testing

@Suite struct `A paragraph` {
    private let materials: Materials

    init() throws { materials = try Materials() }

    @Test func `wraps to its width, words that are too long too`() throws {
        let style = TextStyle(size: 10)
        #expect(materials.paragraph("un mot", style, width: 200).lineCount == 1)
        let long = materials.paragraph(String(repeating: "x", count: 10_000), style, width: 200)
        #expect(long.lineCount > 200 && long.width <= 200.01)
        #expect(long.height > Double(long.lineCount) * 12)
        #expect(materials.paragraph("a\nb\nc", style).lineCount == 3)
        #expect(materials.paragraph("", style).lineCount == 1)
    }

    @Test func `is as high as its lines together`() throws {
        let paragraph = materials.paragraph("a\nb\nc", TextStyle(size: 10))
        #expect(abs(paragraph.height(of: 0..<1) + paragraph.height(of: 1..<3) - paragraph.height) < 0.01)
        #expect(paragraph.lines(from: 0, within: paragraph.height(of: 0..<2)) == 0..<2)
        #expect(paragraph.lines(from: 1, within: 1) == 1..<1)
        #expect(paragraph.lines(from: 3, within: 100) == 3..<3)
    }

    @Test func `has points of 1/72 inch`() throws {
        // Open Sans: ascender 2189, descender 600, of 2048 units.
        #expect(abs(materials.paragraph("x", TextStyle(size: 100)).height - 136.2) < 0.5)
    }

    @Test func `has figures of one width when it is told so`() throws {
        let style = TextStyle(size: 10, hasTabularFigures: true)
        #expect(materials.paragraph("1111", style).width == materials.paragraph("8888", style).width)
    }

    @Test func `is wider when it is bolder`() throws {
        let widths = [TextStyle.Weight.regular, .semibold, .bold].map {
            materials.paragraph("Facture", TextStyle(size: 10, weight: $0)).width
        }
        #expect(widths == widths.sorted() && Set(widths).count == 3)
    }

    @Test func `has lines farther apart when it is told so`() throws {
        let tight = materials.paragraph("a\nb\nc", TextStyle(size: 10))
        let loose = materials.paragraph("a\nb\nc", TextStyle(size: 10, lineSpacing: 1.5))
        #expect(loose.height > tight.height * 1.2)
    }
}

@Suite struct `A file that documents are made of` {
    @Test func `is named when it is missing, with what installs it`() throws {
        var files = MaterialFiles.debian
        let lost = MaterialFiles.File(path: "/nowhere/OpenSans.ttf", package: "fonts-open-sans")
        files.fonts.append(lost)
        #expect(throws: DrawingError.missingFile(path: lost.path, package: lost.package)) { try Materials(files) }
        let error = DrawingError.missingFile(path: lost.path, package: lost.package)
        #expect(error.description.contains("fonts-open-sans"))
        files = .debian
        files.colourProfile = lost
        #expect(throws: DrawingError.missingFile(path: lost.path, package: lost.package)) { try Materials(files) }
    }
}
