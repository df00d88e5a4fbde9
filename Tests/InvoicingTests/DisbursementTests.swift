import Accounting
import Invoicing
import Testing

/// CGI article 267 II 2°; BOI-TVA-BASE-10-10-30.
@Suite struct `A « débours »` {
    private let line: InvoiceLine
    private let work: InvoiceLine

    init() throws {
        line = try Sample.line("37,45", .exempt(.disbursement))
        work = try Sample.line("1000", .rate(.normal))
    }

    private func issued(_ lines: [InvoiceLine], isUnderFranchise: Bool = false) throws -> IssuedInvoice {
        try Sample.draft(isUnderFranchise: isUnderFranchise, lines: lines).issued(as: Sample.number, on: Sample.day)
    }

    private func draft(_ lines: [InvoiceLine], kind: InvoiceKind = .invoice, deposit: Int64 = 0) throws -> Draft {
        let deposits = [DeductedDeposit(number: Sample.number, issuedOn: Sample.day, amount: Cents(deposit))]
        return Draft(
            seller: try Sample.seller(isUnderFranchise: false),
            buyer: Sample.buyer(),
            subject: "",
            lines: lines,
            suppliedOn: nil,
            paymentTermDays: 30,
            kind: kind,
            deposits: deposit == 0 ? [] : deposits
        )
    }

    @Test(arguments: [true, false])
    func `may stand on anybody's invoice, under its own sentence`(isUnderFranchise: Bool) throws {
        let work = try Sample.line("1000", isUnderFranchise ? .franchise : .rate(.normal))
        let invoice = try issued([work, line], isUnderFranchise: isUnderFranchise)
        #expect(invoice.totals.disbursed == Cents(3_745))
        #expect(invoice.totals.tax == Cents(isUnderFranchise ? 0 : 20_000))
        #expect(invoice.payable == Cents(isUnderFranchise ? 103_745 : 123_745))
        #expect(invoice.mentions.contains("Débours payés au nom et pour le compte du client, art. 267-II-2° du CGI"))
        #expect(invoice.mentions.contains("TVA non applicable, art. 293 B du CGI") == isUnderFranchise)
    }

    @Test func `bears no discount, for it is repaid to the cent`() throws {
        let discounted = InvoiceLine(
            designation: line.designation,
            quantity: line.quantity,
            unit: line.unit,
            unitPrice: line.unitPrice,
            vat: line.vat,
            discount: Discount("10")
        )
        #expect(throws: IssueRefusal.disbursementDiscounted) { try issued([work, discounted]) }
    }

    @Test func `is asked once it was paid, and in no deposit`() throws {
        #expect(throws: IssueRefusal.disbursementInDeposit) {
            try draft([work, line], kind: .deposit).issued(as: Sample.number, on: Sample.day)
        }
    }

    @Test func `is paid by no deposit either`() throws {
        let balance = try draft([work, line], deposit: 120_000).issued(as: Sample.number, on: Sample.day)
        #expect(balance.payable == Cents(3_745))
        #expect(throws: IssueRefusal.depositsCoverDisbursements) {
            try draft([work, line], deposit: 120_001).issued(as: Sample.number, on: Sample.day)
        }
    }

    @Test func `of a quote is no part of its deposits`() throws {
        let quote = try QuoteDraft(
            seller: Sample.seller(isUnderFranchise: false),
            buyer: Sample.buyer(),
            subject: "Site",
            reference: "",
            lines: [work, line],
            validUntil: Sample.day,
            conditions: ""
        ).sent(as: InvoiceNumber(series: .quote, year: 2026, sequence: 1), on: Sample.day)
        #expect(quote.total == Cents(123_745))
        let deposits = QuotedDeposits(of: quote, by: quote.document.seller)
        #expect(deposits.amount(ofHundredthsOfPercent: 3_000) == Cents(36_000))
        #expect(try deposits.lines(of: Cents(36_000), besides: .zero).map(\.vat) == [.rate(.normal)])
        #expect(throws: QuoteRefusal.depositOutOfRange) { try deposits.lines(of: Cents(120_001), besides: .zero) }
    }

    private func note(_ content: CreditedContent) -> CreditNote {
        CreditNote(
            number: InvoiceNumber(series: .creditNote, year: 2026, sequence: 1),
            issuedOn: Sample.day,
            amount: content.amount,
            isTotal: false,
            reason: "Geste",
            lines: content.lines,
            totals: content.totals
        )
    }

    @Test func `is lowered by no credit note over an amount while anything else is left`() throws {
        let invoice = try issued([work, line])
        let first = try CreditedContent(.amount(Cents(60_000)), of: invoice, after: [])
        #expect(first.totals.disbursed == .zero && first.totals.supplied == Cents(50_000))
        let second = try CreditedContent(.amount(Cents(61_000)), of: invoice, after: [note(first)])
        #expect(second.totals.disbursed == Cents(1_000) && second.totals.supplied == Cents(50_000))
        let last = try CreditedContent(.rest, of: invoice, after: [note(first), note(second)])
        #expect(last.totals.disbursed == Cents(2_745) && last.totals.gross == last.amount)
    }

    @Test func `is taken back by its line`() throws {
        let content = try CreditedContent(.lines([1: line.quantity]), of: issued([work, line]), after: [])
        #expect(content.totals.disbursed == Cents(3_745) && content.amount == Cents(3_745))
    }

    @Test func `its sentence stands on a credit note that takes it back, and on no other`() throws {
        let invoice = try issued([work, line])
        let sentence = "Débours payés au nom et pour le compte du client, art. 267-II-2° du CGI"
        for (scope, stands) in [(CreditedContent.Scope.lines([1: line.quantity]), true), (.amount(Cents(100)), false)] {
            let document = LegalDocument.creditNote(
                note(try CreditedContent(scope, of: invoice, after: [])),
                correcting: invoice
            )
            #expect(document.mentions.contains(sentence) == stands)
        }
    }
}
