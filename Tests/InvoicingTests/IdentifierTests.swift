import Invoicing
import Testing

@Suite struct `A SIREN` {
    // Public numbers: Infogreffe's example, Google France, La Poste, Peugeot, Renault… each with its Luhn digit.
    @Test(arguments: ["732829320", "443061841", "404833048", "356000000", "552100554", "542065479"])
    func `C. com. art. R123-235: nine digits with their check digit are taken`(text: String) {
        #expect(SIREN(text)?.digits == text)
    }

    @Test(arguments: [
        "732 829 320", " 732829320 ", "732\u{A0}829\u{A0}320", "732\u{202F}829\u{202F}320", "7 3 2 8 2 9 3 2 0",
    ])
    func `spaces are left out`(text: String) {
        #expect(SIREN(text)?.digits == "732829320")
    }

    @Test(arguments: 0...8) func `any one wrong digit is seen`(place: Int) {
        var digits = Array("732829320")
        let right = digits[place]
        for wrong in "0123456789" where wrong != right {
            digits[place] = wrong
            #expect(SIREN(String(digits)) == nil)
        }
    }

    @Test func `two neighbours that changed places are seen`() {
        #expect(SIREN("723829320") == nil)
    }

    @Test(arguments: [
        "", "73282932", "7328293200", "73282932A", "73282932O", "732-829-320", "FR732829320", "７３２８２９３２０", "٧٣٢٨٢٩٣٢٠",
        "-73282932",
    ])
    func `anything but nine digits is refused`(text: String) {
        #expect(SIREN(text) == nil)
    }

    @Test func `is printed in groups of three`() {
        #expect(SIREN("732829320")?.text == "732\u{A0}829\u{A0}320")
    }
}

@Suite struct `An IBAN` {
    /// The examples of the IBAN registry (SWIFT), one for each country here.
    private static let registry = [
        "FR1420041010050500013M02606", "DE89370400440532013000", "GB29NWBK60161331926819", "BE68539007547034",
        "ES9121000418450200051332", "IT60X0542811101000000123456", "NL91ABNA0417164300", "CH9300762011623852957",
        "LU280019400644750000", "PT50000201231234567890154", "IE29AIBK93115212345678", "AT611904300234573201",
        "NO9386011117947", "MT84MALT011000012345MTLCAST001S", "MC5811222000010123456789030",
        "PL61109010140000071219812874", "SE4550000000058398257466", "FI2112345600000785", "DK5000400440116243",
        "GR1601101250000000012300695",
    ]

    @Test(arguments: registry) func `ISO 13616: the registry's example is taken`(text: String) {
        #expect(IBAN(text)?.compact == text)
    }

    @Test(arguments: registry) func `ISO 7064: a wrong last character is seen`(text: String) throws {
        let last = try #require(text.last)
        #expect(IBAN(text.dropLast() + (last == "7" ? "8" : "7")) == nil)
    }

    @Test(arguments: registry) func `ISO 7064: wrong check digits are seen`(text: String) {
        let check = text.dropFirst(2).prefix(2)
        #expect(IBAN(text.prefix(2) + (check == "42" ? "43" : "42") + text.dropFirst(4)) == nil)
    }

    @Test func `spaces and small letters are taken`() {
        #expect(IBAN(" fr14 2004 1010 0505 0001 3m02 606\u{A0}")?.compact == "FR1420041010050500013M02606")
    }

    // Check digits that are right by ISO 7064, for a number of 26 and of 28 characters.
    @Test(arguments: frenchOfOtherLengths) func `a French one has 27 characters`(text: String) {
        #expect(IBAN(text) == nil)
    }

    private static let frenchOfOtherLengths = ["FR352004101005050001302606", "FR17200410100505000130260612"]

    @Test(arguments: [
        "", "FR", "FR14", "DE50123456789", "FR14-2004-1010-0505-0001-3M02-606", "1420041010050500013M02606FR",
        "FR1420041010050500013M0260É", "ＦＲ1420041010050500013M02606",
    ])
    func `anything else is refused`(text: String) {
        #expect(IBAN(text) == nil)
    }

    @Test func `is printed in groups of four`() {
        #expect(IBAN("BE68539007547034")?.text == "BE68\u{A0}5390\u{A0}0754\u{A0}7034")
        #expect(IBAN("NO9386011117947")?.text == "NO93\u{A0}8601\u{A0}1117\u{A0}947")
    }
}

@Suite struct `A BIC` {
    @Test(arguments: ["BNPAFRPP", "BNPAFRPPXXX", "AGRIFRPP882", "REVOFRP2"])
    func `ISO 9362: eight or eleven characters are taken`(text: String) {
        #expect(BIC(text)?.code == text)
    }

    @Test func `spaces and small letters are taken`() {
        #expect(BIC(" bnpa fr pp ")?.code == "BNPAFRPP")
    }

    @Test(arguments: [
        "", "BNPAFRP", "BNPAFRPPX", "BNPAFRPPXX", "BNPAFRPPXXXX", "BNPA1RPP", "1NPAFRPP", "BNPAFRP-", "BNPAFRPÉ",
    ])
    func `anything else is refused`(text: String) {
        #expect(BIC(text) == nil)
    }

    @Test(arguments: [
        ("BNPAFRPP", "FR1420041010050500013M02606", true), ("BRESREPP", "FR1420041010050500013M02606", true),
        ("BNPAFRPP", "MC5811222000010123456789030", true), ("DEUTDEFF", "DE89370400440532013000", true),
        ("DEUTDEFF", "FR1420041010050500013M02606", false), ("BNPAFRPP", "DE89370400440532013000", false),
        ("BNPAFRPP", "GB29NWBK60161331926819", false),
    ])
    func `a bank holds the accounts of its country, territories included`(
        bic: String,
        iban: String,
        holds: Bool
    ) throws {
        #expect(try #require(BIC(bic)).mayHold(try #require(IBAN(iban))) == holds)
    }
}

@Suite struct `A VAT number` {
    // Keys reckoned apart from the code: (12 + 3 × (SIREN mod 97)) mod 97.
    @Test(arguments: ["FR44732829320", "FR64443061841", "FR83404833048", "FR39356000000"])
    func `a French one with its key is taken`(text: String) {
        #expect(VATNumber.read(text) == text)
    }

    @Test(arguments: ["FR 44 732 829 320", "fr44732829320", " FR44.732.829.320 ", "FR-44-732829320"])
    func `spaces, dots, dashes and small letters are taken`(text: String) {
        #expect(VATNumber.read(text) == "FR44732829320")
    }

    @Test(arguments: (0...99).filter { $0 != 44 }) func `a French one with another key is refused`(key: Int) {
        #expect(VATNumber.read("FR" + (key < 10 ? "0" : "") + String(key) + "732829320") == nil)
    }

    @Test(arguments: ["FR44732829321", "FR4473282932", "FR447328293200", "FR732829320", "FR"])
    func `a French one without a right SIREN is refused`(text: String) {
        #expect(VATNumber.read(text) == nil)
    }

    @Test(arguments: ["FRK7732829320", "FR4A732829320"]) func `an old French key may have letters`(text: String) {
        #expect(VATNumber.read(text) == text)
    }

    @Test(arguments: ["FRIA732829320", "FRAO732829320", "FR1O732829320"]) func `but never I nor O`(text: String) {
        #expect(VATNumber.read(text) == nil)
    }

    @Test(arguments: ["DE123456789", "BE0123456789", "ATU12345678", "NL123456789B01", "EL123456789"])
    func `directive 2006/112/CE art. 215: another country's begins with two letters`(text: String) {
        #expect(VATNumber.read(text) == text)
    }

    @Test(arguments: ["", "123456789", "D1123456", "DE1", "DE1234567890123", "DE12345678é", "DE<script>"])
    func `anything else is refused`(text: String) {
        #expect(VATNumber.read(text) == nil)
    }
}

@Suite struct `A document's number` {
    @Test(
        arguments: [
            (.invoice, 1, "F-2026-0001"), (.invoice, 42, "F-2026-0042"), (.invoice, 9_999, "F-2026-9999"),
            (.invoice, 10_000, "F-2026-10000"), (.creditNote, 7, "A-2026-0007"),
        ] as [(InvoiceNumber.Series, Int64, String)]
    )
    func `names its series, its year and its place`(series: InvoiceNumber.Series, sequence: Int64, text: String) {
        #expect(InvoiceNumber(series: series, year: 2026, sequence: sequence).text == text)
    }

    /// XP Z12-012, BR-FR-01 and 02: at most 35 of letters, digits, + - _ /.
    @Test(arguments: InvoiceNumber.Series.allCases) func `BR-FR-01: has at most 35 plain characters`(
        series: InvoiceNumber.Series
    ) {
        let text = InvoiceNumber(series: series, year: 9_999, sequence: .max).text
        #expect(text.utf8.count <= 35)
        #expect(text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "+-_/".contains($0)) })
    }
}
