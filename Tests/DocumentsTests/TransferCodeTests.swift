import Accounting
import Documents
import Invoicing
import PDF
import Testing

@Suite struct `The code of a transfer` {
    private static func code(
        _ beneficiary: String = "Jeanne Martin EI",
        amount: Int64 = 125_050,
        bic: String? = nil,
        reference: String = "F-2026-0001"
    ) throws -> TransferCode? {
        TransferCode(
            bank: try Sample.bank(bic: bic),
            beneficiary: beneficiary,
            amount: Cents(amount),
            reference: reference
        )
    }

    private static func name(_ beneficiary: String) throws -> Substring? {
        try code(beneficiary)?.text.split(separator: "\n", omittingEmptySubsequences: false)[5]
    }

    @Test func `has the twelve lines of the standard`() throws {
        let lines = [
            "BCD", "002", "1", "SCT", "BNPAFRPP", "Jeanne Martin EI", "FR1420041010050500013M02606", "EUR1250.50", "",
            "",
            "F-2026-0001", "Facture F-2026-0001",
        ]
        #expect(try Self.code(bic: "BNPAFRPP")?.text == lines.joined(separator: "\n"))
    }

    @Test func `leaves the bank's line empty when it is not known`() throws {
        #expect(try Self.code()?.text.split(separator: "\n", omittingEmptySubsequences: false)[4] == "")
    }

    @Test func `ends with the last line that is used`() throws {
        #expect(try Self.code(reference: "")?.text.hasSuffix("\nEUR1250.50") == true)
    }

    @Test(arguments: [
        ("Éloïse Nuñez-Łukasiewicz", "Eloise Nunez-Lukasiewicz"), ("Œuvrard & Ægir", "OEuvrard + AEgir"),
        ("Straße ÿ ø đ ı", "Strasse y o d i"), ("Nguyễn Thị Hồng Đào", "Nguyen Thi Hong Dao"),
        ("E\u{301}le\u{301}onore", "Eleonore"), ("L’Atelier « d’à côté »", "L'Atelier ' d'a cote '"),
        ("Studio 🌈 Léa", "Studio Lea"), ("Ａｂ１", "Ab1"), ("  a \t\u{A0} b\u{0}", "a b"),
        ("O'Neil – fils", "O'Neil - fils"),
    ])
    func `writes names in letters that every bank reads`(name: String, written: String) throws {
        #expect(try Self.name(name).map(String.init) == written)
    }

    @Test(arguments: ["Жанна EI", "王小明 EI", "فاطمة EI", "สมชาย EI", "", " ", "\u{301}"])
    func `never leaves the name empty, nor half of it`(name: String) throws {
        #expect(try Self.name(name) == "Titulaire du compte")
    }

    @Test(arguments: [0, -1, 100_000_000_000]) func `is none when no transfer can carry the amount`(amount: Int64)
        throws
    {
        #expect(try Self.code(amount: amount) == nil)
    }

    @Test(arguments: [(Int64(1), "EUR0.01"), (99_999_999_999, "EUR999999999.99")])
    func `writes amounts with a point`(amount: Int64, written: String) throws {
        #expect(try Self.code(amount: amount)?.text.contains("\n\(written)\n") == true)
    }

    @Test func `stays within the standard's lengths, whatever is asked`() throws {
        let long = String(repeating: "É", count: 400)
        let text = try #require(try Self.code(long, amount: 99_999_999_999, bic: "BNPAFRPPXXX", reference: long)).text
        let lines = text.split(separator: "\n", omittingEmptySubsequences: false)
        #expect(text.utf8.count <= 331)
        #expect(text.utf8.allSatisfy { $0 < 128 })
        #expect(lines[5].utf8.count == 70)
        #expect(lines[10].utf8.count == 140)
    }

    @Test(arguments: ["", "W", "Жanna 🦊\u{0}", "Œ", "ﷺ", "\u{301}é"], ["", "F", "W", "Œ"])
    func `always fits into a QR code that the standard allows`(name: String, number: String) throws {
        for length in [1, 35, 70, 71, 140, 141, 1_000] {
            let (name, number) = (String(repeating: name, count: length), String(repeating: number, count: length))
            let code = try #require(try Self.code(name, amount: 99_999_999_999, bic: "BNPAFRPPXXX", reference: number))
            _ = try QRCode(code.text, maximumVersion: 13)
        }
    }
}
