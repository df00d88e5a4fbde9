import Accounting
import Invoicing
import Store
import Testing
import Web

@testable import Dashboard

@Suite struct `The invoice editor` {
    private func seller(isUnderFranchise: Bool) throws -> Seller {
        Seller(
            name: "Jeanne Martin",
            tradeName: nil,
            address: Address(street: "1 rue de la Paix", postalCode: "75002", city: "Paris"),
            siren: try #require(SIREN("732829320")),
            vatNumber: isUnderFranchise ? nil : "FR44732829320",
            isUnderFranchise: isUnderFranchise,
            activity: .service,
            bank: nil
        )
    }

    private static let columns = ["designation", "quantity", "unit", "price", "vat"]

    private static func form(_ rows: [[String]], _ head: [String: String] = [:]) -> Form {
        let defaults = ["client": "7", "subject": "Site", "supplied_on": "2026-11-20", "payment_term_days": "30"]
        let fields = defaults.merging(head) { $1 }.sorted { $0.key < $1.key }.map { Form.Field($0.key, $0.value) }
        return Form(fields + rows.flatMap { row in zip(columns, row).map { Form.Field($0, $1) } })
    }

    private static let today = Day(number: 20_775)

    private static let row = ["Conseil", "1,5", "jour", "450", "2000"]

    private func read(_ form: Form, isUnderFranchise: Bool = false) throws -> Reading<SavedDraft> {
        DraftInput.read(form, seller: try seller(isUnderFranchise: isUnderFranchise), today: Self.today)
    }

    @Test func `is read when nothing is wrong with it`() throws {
        let expected = SavedDraft(
            clientID: 7,
            subject: "Site",
            lines: [
                InvoiceLine(
                    designation: "Conseil",
                    quantity: Quantity(tenThousandths: 15_000),
                    unit: "jour",
                    unitPrice: UnitPrice(millionths: 450_000_000),
                    vat: .rate(.normal)
                ),
                InvoiceLine(
                    designation: "Livre",
                    quantity: Quantity(tenThousandths: 20_000),
                    unit: "",
                    unitPrice: UnitPrice(millionths: 12_500_000),
                    vat: .rate(.reduced)
                ),
            ],
            suppliedOn: Day(iso: "2026-11-20"),
            paymentTermDays: 30
        )
        let form = Self.form([Self.row, [" Livre ", "2", " ", "12,50", "550"]])
        #expect(try read(form).value == expected)
    }

    @Test func `rows that nobody filled in are no lines`() throws {
        let blank = [" ", "1", "", "", "2000"]
        #expect(try read(Self.form([blank, Self.row, blank])).value.lines.count == 1)
        #expect(try read(Self.form([blank])).value.lines.isEmpty)
    }

    @Test(arguments: [
        ("client", ""), ("client", "abc"), ("client", "99999999999999999999"),
        ("subject", String(repeating: "a", count: 201)), ("subject", "a\u{0}"), ("supplied_on", "2026-02-30"),
        ("supplied_on", "20/11/2026"), ("supplied_on", "0001-01-01"), ("supplied_on", "2206-11-20"),
        ("payment_term_days", ""), ("payment_term_days", "61"),
        ("payment_term_days", "-1"),
    ])
    func `each wrong field has its message at its name, and no other has one`(name: String, value: String) throws {
        let messages = try read(Self.form([Self.row], [name: value])).messages
        #expect(Array(messages.keys) == [name])
        #expect(messages[name]?.hasSuffix(".") == true)
    }

    @Test(arguments: [
        (0, ""), (0, String(repeating: "a", count: 10_001)), (1, ""), (1, "0"), (1, "-1"), (1, "1,00001"), (1, "abc"),
        (2, String(repeating: "a", count: 21)), (3, ""), (3, "0"), (3, "-5"), (3, "0,0000001"), (3, "12 €"), (4, ""),
        (4, "1960"), (4, "0"), (4, "franchise"),
    ])
    func `each wrong cell has its message at its row, and no other has one`(column: Int, value: String) throws {
        var wrong = Self.row
        wrong[column] = value
        let messages = try read(Self.form([Self.row, wrong, Self.row])).messages
        #expect(Array(messages.keys) == [Self.columns[column] + "-1"])
    }

    // CGI art. 283-3: VAT that is written is owed, so a form cannot make it be written.
    @Test(arguments: ["2000", "1000", "550", "210", "", "0", "franchise", "<b>"])
    func `CGI art. 283-3: no form brings a VAT rate in under the franchise`(vat: String) throws {
        let rows = [Self.row.dropLast() + [vat], Self.row]
        let draft = try read(Self.form(rows), isUnderFranchise: true).value
        #expect(draft.lines.map(\.vat) == [.franchise, .franchise])
        #expect(Totals(of: draft.lines).tax == .zero)
    }

    @Test(arguments: VATRate.allCases) func `who owes VAT chooses among the rates of the law`(rate: VATRate) throws {
        let draft = try read(Self.form([Self.row.dropLast() + [String(rate.rawValue)]])).value
        #expect(draft.lines.map(\.vat) == [.rate(rate)])
    }

    @Test func `takes as many lines as an invoice may have, over the wire too`() throws {
        let form = Self.form(Array(repeating: Self.row, count: Draft.maximumLineCount))
        let sent = Form(encoded: form.encoded.utf8)
        #expect(try read(sent).value.lines.count == Draft.maximumLineCount)
    }

    @Test func `one line more is refused, never dropped`() throws {
        let form = Self.form(Array(repeating: Self.row, count: Draft.maximumLineCount + 1))
        #expect(try read(Form(encoded: form.encoded.utf8)).messages.keys.contains("lines"))
    }

    @Test func `a total that no invoice may have is refused beside the lines`() throws {
        let largest = ["Conseil", "1000000", "jour", "10000000", "2000"]
        let form = Self.form(Array(repeating: largest, count: Draft.maximumLineCount))
        #expect(try read(form).messages.keys.contains("lines"))
    }

    @Test func `keeps what was typed`() {
        let input = DraftInput(Self.form([["<b>", "x", "u", "-5", "9"], ["", "", "", "", ""]], ["client": "z"]))
        #expect(input.clientID == "z")
        #expect(input.suppliedOn == "2026-11-20")
        #expect(input.lines.map(\.designation) == ["<b>", ""])
        #expect(input.lines.map(\.quantity) == ["x", ""])
        #expect(input.lines.map(\.unit) == ["u", ""])
        #expect(input.lines.map(\.price) == ["-5", ""])
        #expect(input.lines.map(\.vat) == ["9", ""])
    }

    @Test func `has the keyboard of numbers on a phone for every number of a line, and only there`() throws {
        let seller = try seller(isUnderFranchise: false)
        let markup = LineFields(lines: [LineInput()], seller: seller, messages: [:]).html.markup
        for name in ["quantity", "price", "discount"] {
            #expect(markup.contains("name=\"\(name)\" inputmode=\"decimal\" "), "\(name)")
        }
        #expect(markup.split(separator: "inputmode").count == 4)
    }

    @Test func `shows a saved draft so that it can be sent back unchanged`() throws {
        let draft = try read(Self.form([Self.row, ["Livre", "0,3333", "", "0,333333", "550"]])).value
        let shown = DraftInput(draft, draft.lines, vat: .rate(.normal))
        let rows = shown.lines.map { [$0.designation, $0.quantity, $0.unit, $0.price, $0.vat] }
        let head = [
            "client": shown.clientID, "subject": shown.subject, "supplied_on": shown.suppliedOn,
            "payment_term_days": shown.paymentTermDays,
        ]
        #expect(try read(Self.form(rows, head)).value == draft)
    }
}
