import Accounting
import Invoicing
import Store
import Testing
import Web

@testable import Dashboard

@Suite struct `The form of a company` {
    private static let good = Form([
        Form.Field("name", " Jeanne Martin "), Form.Field("trade_name", "Atelier Jeanne"),
        Form.Field("siren", "732 829 320"), Form.Field("street", "1 rue de la Paix"),
        Form.Field("postal_code", "75002"),
        Form.Field("city", "Paris"), Form.Field("activity", "liberal"), Form.Field("regime", "franchise"),
        Form.Field("vat_number", ""), Form.Field("iban", "fr14 2004 1010 0505 0001 3M02 606"),
        Form.Field("bic", "bnpafrpp"), Form.Field("payment_term_days", "45"),
    ])

    @Test func `is read when nothing is wrong with it`() throws {
        let (seller, term) = try CompanyInput.read(Self.good).value
        let expected = Seller(
            name: "Jeanne Martin",
            tradeName: "Atelier Jeanne",
            address: Address(street: "1 rue de la Paix", postalCode: "75002", city: "Paris"),
            siren: try #require(SIREN("732829320")),
            vatNumber: nil,
            isUnderFranchise: true,
            activity: .liberal,
            bank: BankDetails(iban: try #require(IBAN("FR1420041010050500013M02606")), bic: BIC("BNPAFRPP"))
        )
        #expect(seller == expected)
        #expect(term == 45)
    }

    @Test func `what is optional may be left empty`() throws {
        let form = Self.good.with(["trade_name": "", "iban": "", "bic": "", "payment_term_days": ""])
        let (seller, term) = try CompanyInput.read(form).value
        #expect(seller.tradeName == nil)
        #expect(seller.bank == nil)
        #expect(term == 30)
    }

    @Test(
        arguments: [
            ("name", ""), ("name", "   "), ("name", nil), ("name", String(repeating: "a", count: 201)),
            ("name", "a\u{0}"),
            ("trade_name", String(repeating: "a", count: 201)), ("siren", ""), ("siren", "732829321"), ("siren", "abc"),
            ("street", ""), ("street", String(repeating: "a", count: 301)), ("postal_code", ""),
            ("postal_code", "7500"), ("postal_code", "SW1A 1AA"), ("phone", "abc"), ("phone", "12345"),
            ("phone", "06 12 34 56 78 (Jeanne)"), ("siret", "732829320"), ("siret", "73282932000075"),
            ("postal_code", String(repeating: "1", count: 21)), ("city", ""),
            ("city", String(repeating: "a", count: 101)),
            ("activity", "autre"), ("vat_number", "FR45732829320"), ("iban", "FR1420041010050500013M02607"),
            ("bic", "BNP"), ("bic", "DEUTDEFF"),
            ("payment_term_days", "61"), ("payment_term_days", "-1"), ("payment_term_days", "trente"),
            ("payment_term_days", "30,5"),
        ] as [(String, String?)]
    )
    func `each wrong field has its message at its name, and no other has one`(name: String, value: String?) {
        let messages = CompanyInput.read(Self.good.with([name: value])).messages
        #expect(Array(messages.keys) == [name])
        #expect(messages[name]?.hasSuffix(".") == true)
    }

    @Test(arguments: [
        ("siren", "732829321", "clé"), ("siren", "73282932", "9 chiffres"), ("siret", "73282932000075", "clé"),
        ("siret", "732829320", "14 chiffres"),
    ])
    func `a number is said to be too short, or to have a wrong digit`(name: String, value: String, word: String) {
        #expect(CompanyInput.read(Self.good.with([name: value])).messages[name]?.contains(word) == true)
    }

    @Test(arguments: ["06 12 34 56 78", "06.12.34.56.78", "+33 (0)2 99 00 00 00", "0612345678"])
    func `a telephone number is kept as typed`(number: String) throws {
        #expect(try CompanyInput.read(Self.good.with(["phone": number])).value.seller.contact.phone == number)
    }

    @Test func `CGI ann. II art. 242 nonies A I-2°: who owes VAT gives a VAT number`() throws {
        let liable = Self.good.with(["regime": "assujetti"])
        #expect(Array(CompanyInput.read(liable).messages.keys) == ["vat_number"])
        let seller = try CompanyInput.read(liable.with(["vat_number": "FR44 732829320"])).value.seller
        #expect(!seller.isUnderFranchise)
        #expect(seller.vatNumber == "FR44732829320")
    }

    @Test func `an empty form is refused field by field`() {
        let messages = CompanyInput.read(Form()).messages
        #expect(messages.keys.sorted() == ["city", "name", "postal_code", "siren", "street"])
    }

    @Test func `keeps what was typed`() {
        let input = CompanyInput(Self.good.with(["siren": " 12 ", "iban": "<b>"]))
        #expect(input.siren == " 12 ")
        #expect(input.iban == "<b>")
        #expect(input.name == " Jeanne Martin ")
        #expect(input.regime == "franchise")
        #expect(input.paymentTermDays == "45")
    }

    @Test func `shows a known company so that it can be sent back unchanged`() throws {
        let (seller, term) = try CompanyInput.read(Self.good).value
        let shown = CompanyInput(CompanyCard(seller, paymentTermDays: term))
        let sent = Form([
            Form.Field("name", shown.name), Form.Field("trade_name", shown.tradeName), Form.Field("siren", shown.siren),
            Form.Field("street", shown.street), Form.Field("postal_code", shown.postalCode),
            Form.Field("city", shown.city),
            Form.Field("activity", shown.activity), Form.Field("regime", shown.regime),
            Form.Field("vat_number", shown.vatNumber), Form.Field("iban", shown.iban), Form.Field("bic", shown.bic),
            Form.Field("payment_term_days", shown.paymentTermDays),
        ])
        let again = try CompanyInput.read(sent).value
        #expect(again.seller == seller)
        #expect(again.paymentTermDays == term)
    }
}
