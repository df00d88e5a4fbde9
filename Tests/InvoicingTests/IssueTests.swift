import Accounting
import Invoicing
import Testing

@Suite struct `Issuing a draft` {
    private func refusal(_ draft: Draft) -> IssueRefusal? {
        do {
            _ = try draft.issued(as: Sample.number, on: Sample.day)
            return nil
        } catch {
            return error
        }
    }

    @Test func `freezes what the draft said`() throws {
        let lines = [try Sample.line("450"), try Sample.line("0,333333")]
        let draft = try Sample.draft(lines: lines)
        let expected = IssuedInvoice(
            number: Sample.number,
            issuedOn: Sample.day,
            dueOn: Sample.day.adding(days: 30),
            suppliedOn: Day(number: 19_990),
            seller: try Sample.seller(),
            buyer: Sample.buyer(),
            subject: "Site",
            lines: lines,
            totals: Totals(
                net: Cents(45_033),
                tax: .zero,
                breakdown: [Totals.VATLine(vat: .franchise, base: Cents(45_033), tax: .zero)]
            ),
            mentions: try Mentions.required(
                seller: try Sample.seller(),
                buyer: Sample.buyer(),
                lines: lines,
                on: Sample.day
            )
        )
        #expect(try draft.issued(as: Sample.number, on: Sample.day) == expected)
    }

    @Test func `refuses a draft without lines`() throws {
        #expect(refusal(try Sample.draft(lines: [])) == .noLine)
    }

    @Test func `takes 500 lines and refuses one more`() throws {
        let line = try Sample.line("1")
        #expect(refusal(try Sample.draft(lines: Array(repeating: line, count: 500))) == nil)
        #expect(refusal(try Sample.draft(lines: Array(repeating: line, count: 501))) == .tooManyLines)
    }

    @Test(arguments: VATRate.allCases) func `CGI art. 283-3: refuses VAT under the franchise`(rate: VATRate) throws {
        let lines = [try Sample.line(), try Sample.line("1", .rate(rate))]
        #expect(refusal(try Sample.draft(lines: lines)) == .vatMismatch)
    }

    @Test func `CGI ann. II art. 242 nonies A I-8°: refuses a line without a rate from a seller who owes VAT`() throws {
        let lines = [try Sample.line("1", .rate(.normal)), try Sample.line()]
        #expect(refusal(try Sample.draft(isUnderFranchise: false, lines: lines)) == .vatMismatch)
    }

    @Test(
        arguments: [(-1, .paymentTermTooLong), (0, nil), (60, nil), (61, .paymentTermTooLong)] as [(Int, IssueRefusal?)]
    )
    func `C. com. art. L441-10 I: the client has at most 60 days`(term: Int, expected: IssueRefusal?) throws {
        #expect(refusal(try Sample.draft(lines: [try Sample.line()], term: term)) == expected)
    }

    @Test func `refuses a total of nothing`() throws {
        #expect(refusal(try Sample.draft(lines: [try Sample.line("0,001")])) == .nothingToPay)
    }

    @Test func `refuses more than Stripe can charge at once`() throws {
        #expect(refusal(try Sample.draft(lines: [try Sample.line("999999,99")])) == nil)
        #expect(refusal(try Sample.draft(lines: [try Sample.line("1000000")])) == .amountTooHigh)
    }

    @Test func `the limit is on the amount with tax`() throws {
        let line = try Sample.line("900000", .rate(.normal))
        #expect(refusal(try Sample.draft(isUnderFranchise: false, lines: [line])) == .amountTooHigh)
    }

    @Test(arguments: ["FR", "DE"])
    func `CGI ann. II art. 242 nonies A I-1°: a professional has an address, a country alone is none`(country: String)
        throws
    {
        let nowhere = Address(street: " ", postalCode: "", city: "", country: country)
        let lines = [try Sample.line()]
        #expect(
            refusal(try Sample.draft(buyer: Sample.buyer(address: nowhere), lines: lines))
                == .incomplete([.buyerAddress])
        )
        #expect(refusal(try Sample.draft(buyer: Sample.buyer(.person, address: nowhere), lines: lines)) == nil)
    }

    @Test func `what was sold is the subject, else the first line`() throws {
        let lines = [try Sample.line(), try Sample.line("1")]
        #expect(try Sample.draft(lines: lines).issued(as: Sample.number, on: Sample.day).nature == "Site")
        let silent = try Sample.draft(subject: "", lines: lines).issued(as: Sample.number, on: Sample.day)
        #expect(silent.nature == "Conseil")
    }

    @Test func `C. com. art. R526-27: the seller's name bears EI right after it`() throws {
        #expect(try Sample.seller().legalName == "Jeanne Martin EI")
    }
}

@Suite struct `The sentences of the law` {
    private let franchise = "TVA non applicable, art. 293 B du CGI"
    private let forBusinesses = [
        "Escompte pour paiement anticipé : néant.",
        "Pénalités de retard : taux de refinancement de la BCE majoré de 10 points.",
        "Indemnité forfaitaire pour frais de recouvrement en cas de retard : 40 €.",
    ]

    private func mentions(isUnderFranchise: Bool, _ kind: Buyer.Kind, on iso: String = "2026-11-23") throws -> [String]
    {
        let day = try #require(Day(iso: iso))
        let seller = try Sample.seller(isUnderFranchise: isUnderFranchise)
        let line = try Sample.line("1", isUnderFranchise ? .franchise : .rate(.normal))
        return try Mentions.required(seller: seller, buyer: Sample.buyer(kind), lines: [line], on: day)
            .map { $0.replacing("\u{A0}", with: " ").replacing("\u{202F}", with: " ") }
    }

    @Test func `CGI art. 293 B: the franchise is named, to a person and to a business`() throws {
        #expect(try mentions(isUnderFranchise: true, .person) == [franchise])
        #expect(try mentions(isUnderFranchise: true, .business).first == franchise)
    }

    @Test func `C. com. art. L441-9 and D441-5: a business reads of discount, penalties and 40 euros`() throws {
        #expect(try mentions(isUnderFranchise: false, .business) == forBusinesses)
        #expect(try mentions(isUnderFranchise: true, .business) == [franchise] + forBusinesses)
    }

    @Test func `C. com. art. D441-5: a person reads nothing of them`() throws {
        #expect(try mentions(isUnderFranchise: false, .person).isEmpty)
    }

    @Test(arguments: ["2027-01-01", "2028-06-30"])
    func `ord. 2025-1247 art. 46: the CGI is cited until 30 June 2028`(day: String) throws {
        #expect(try mentions(isUnderFranchise: true, .person, on: day) == [franchise])
    }

    @Test func `no invoice under the franchise is issued without a sentence that exempts it`() {
        #expect(throws: IssueRefusal.exemptionUnknown) {
            try mentions(isUnderFranchise: true, .person, on: "2028-07-01")
        }
    }
}
