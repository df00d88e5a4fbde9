import PDF
import Testing

/// What a validator of PDF/A and PDF/UA looks for, as far as it can be seen from outside.
@Suite struct `A finished document` {
    private let document: [UInt8]
    private let objects: String

    init() throws {
        document = try Sample.invoice(rows: 60, with: Materials())
        objects = try Reader(document).objects()
    }

    @Test(arguments: [
        "/Lang (fr-FR)", "/DisplayDocTitle true", "/Marked true", "/S /GTS_PDFA1", "/AFRelationship /Data",
        "/Subtype /text#2fxml", "/Tabs /S", "/Scope /Column", "/Alt (Logo)", "/Contents (Payer la facture en ligne)",
        "https://needme.example/%C3%A9", "/Artifact BMC", "/StructParent 2", "/CIDToGIDMap /Identity",
        "/CreationDate (D:20260921141320Z)", "/ModDate (D:20260921141320Z)",
    ])
    func `has what the standards ask for`(notation: String) {
        #expect(objects.contains(notation))
    }

    @Test(arguments: ["/Interpolate true", "/ObjStm", "/Encrypt", "/JavaScript", "/Private <<"])
    func `has nothing that they forbid`(notation: String) {
        #expect(!objects.contains(notation))
    }

    @Test func `says the same in its metadata, which anybody can read`() throws {
        let text = String(decoding: document, as: UTF8.self)
        #expect(text.hasPrefix("%PDF-1.7"))
        for words in [
            "pdfaid:part=\"3\" pdfaid:conformance=\"B\"", "pdfuaid:part=\"1\"", "Facture F2026-0001 é", "Zoé Ω",
            "Facture &amp; &lt;avoir&gt;", "2026-09-21T14:13:20Z",
            "urn:factur-x:pdfa:CrossIndustryDocument:invoice:1p0#",
            "<fx:ConformanceLevel>EN 16931</fx:ConformanceLevel>",
            "<fx:DocumentFileName>factur-x.xml</fx:DocumentFileName>",
        ] { #expect(text.contains(words)) }
        let information = try Reader(document).run("pdfinfo")
        #expect(information.contains("Facture F2026-0001 é") && information.contains("Zoé Ω"))
    }

    @Test func `marks all it draws, each piece once and in order`() throws {
        for page in objects.split(separator: "%% Contents for page").dropFirst() {
            let content = page.split(separator: "endstream")[0]
            let numbers = content.matches(of: /\n\/\w+ << \/MCID (\d+) >> BDC/).compactMap { Int($0.output.1) }
            #expect(numbers == Array(0..<numbers.count) && !numbers.isEmpty)
        }
    }

    @Test func `has an end of line before each endstream`() {
        let ends = document.indices.filter { document[$0] == 0x65 && document[$0...].starts(with: "endstream".utf8) }
        #expect(ends.count > 10)
        #expect(ends.filter { document[$0 - 1] != 0x0A } == [])
    }

    @Test(
        arguments: [
            (0, "19700101000000"), (951_782_400, "20000229000000"), (1_790_000_000, "20260921141320"),
            (4_107_542_399, "21000228235959"), (4_107_542_400, "21000301000000"), (-1, "19691231235959"),
        ] as [(Int64, String)]
    )
    func `knows the calendar`(seconds: Int64, date: String) throws {
        let canvas = try Canvas(Materials())
        canvas.addPage()
        var properties = Sample.properties
        properties.creationTime = seconds
        let text = String(decoding: try canvas.finished(properties), as: UTF8.self)
        #expect(text.contains("/CreationDate (D:\(date)Z)"))
    }

    @Test func `holds its attachment, as given`() throws {
        #expect(try EmbeddedFile.read(named: "factur-x.xml", from: document) == Sample.xml)
        #expect(try Reader(document).run("pdfdetach", "-list").contains("factur-x.xml"))
    }
}
