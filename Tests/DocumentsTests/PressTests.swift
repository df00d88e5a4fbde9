import Accounting
import Documents
import Invoicing
import PDF
import Testing

@Suite struct `The press` {
    private static func document() throws -> LegalDocument {
        .invoice(try Sample.invoice([Sample.line()], seller: Sample.seller(bank: Sample.bank())))
    }

    private static let marks = [
        Marks(stamp: .paid(on: Sample.day), isDuplicate: true), Marks(stamp: .cancelled(by: "A-2026-0001")),
        Marks(cardAddress: "https://needme.example/f/1/payer"),
    ]

    @Test func `gives the same bytes twice, and from another press`() throws {
        let (press, document) = (Press(), try Self.document())
        let file = try press.file(of: document, logo: nil)
        #expect(try press.file(of: document, logo: nil) == file)
        #expect(try Press().file(of: document, logo: nil) == file)
    }

    @Test(arguments: marks) func `lays the same over, and keeps the XML`(marks: Marks) throws {
        let (press, document) = (Press(), try Self.document())
        let file = try press.file(of: document, logo: nil)
        let rendition = try press.rendition(of: file, marks)
        #expect(rendition != file)
        #expect(try press.rendition(of: file, marks) == rendition)
        #expect(try Press().rendition(of: file, marks) == rendition)
        #expect(try EmbeddedFile.read(named: "factur-x.xml", from: rendition) == FacturX(document).xml)
    }

    @Test func `leaves a file alone when there is nothing to lay over it`() throws {
        let press = Press()
        let file = try press.file(of: Self.document(), logo: nil)
        #expect(try press.rendition(of: file, Marks()) == file)
    }

    @Test func `refuses a logo that is no picture`() throws {
        #expect(throws: DrawingError.unreadablePicture) { try Press().file(of: Self.document(), logo: [1, 2, 3]) }
    }

    /// U+FDD0, which no literal may hold.
    private static let noncharacter = String(decoding: [0xEF, 0xB7, 0x90] as [UInt8], as: UTF8.self)

    @Test(arguments: [
        "", "\u{0}\u{7}\u{1B}\u{85}", "\u{FFFE}\u{FFFF}" + noncharacter, "فاطمة \u{202E}الزهراء", "\n\n",
    ])
    func `draws whatever people write`(text: String) throws {
        let invoice = try Sample.invoice([Sample.line("Pour \(text)")], buyer: Sample.buyer(name: "Durand \(text)"))
        #expect(try Press().file(of: .invoice(invoice), logo: nil).starts(with: "%PDF-1.7".utf8))
    }

    @Test func `a credit note asks for no payment, and keeps what exempts it`() throws {
        let invoice = try Sample.invoice([Sample.line()])
        let content = try CreditedContent(.rest, of: invoice, after: [])
        let note = CreditNote(
            number: Sample.number(1, .creditNote),
            issuedOn: Sample.day,
            amount: content.amount,
            isTotal: true,
            reason: "",
            lines: content.lines,
            totals: content.totals
        )
        let mentions = LegalDocument.creditNote(note, correcting: invoice).mentions
        #expect(mentions == ["TVA non applicable, art. 293 B du CGI"])
    }
}

@Suite struct `The picture of a draft` {
    @Test func `shows every letter of the first page, and no other page`() throws {
        let (press, line) = (Press(), try Sample.line())
        let short = try picture([line], press)
        let longer = try picture([line, line], press)
        #expect(short.hasPrefix("<?xml") && short.contains("width=\"595"))
        #expect(letters(longer) > letters(short), "another line has letters of its own")
        let hundred = try picture(Array(repeating: line, count: 100), press)
        let thousand = try picture(Array(repeating: line, count: 200), press)
        #expect(letters(hundred) > letters(longer))
        #expect(abs(letters(thousand) - letters(hundred)) < 40, "only the number of pages and totals differ")
    }

    private func picture(_ lines: [InvoiceLine], _ press: Press) throws -> String {
        String(decoding: try press.picture(of: .invoice(try Sample.invoice(lines)), logo: nil), as: UTF8.self)
    }

    private func letters(_ picture: String) -> Int { picture.ranges(of: "<use ").count }
}
