import Accounting
import Invoicing
import Testing

@Suite struct `A deposit on a quote` {
    private func quote(_ lines: [InvoiceLine]) throws -> SentQuote {
        let day = Day(number: 20_700)
        let isUnderFranchise = lines.allSatisfy { $0.vat == .franchise }
        return try QuoteDraft(
            seller: Sample.seller(
                isUnderFranchise: isUnderFranchise
            ),
            buyer: Sample.buyer(),
            subject: "Site",
            reference: "",
            lines: lines,
            validUntil: day.adding(days: 30),
            conditions: ""
        ).sent(as: InvoiceNumber(series: .quote, year: 2026, sequence: 1), on: day)
    }

    private func deposits(_ quote: SentQuote) -> QuotedDeposits {
        QuotedDeposits(of: quote, by: quote.document.seller)
    }

    private func line(_ price: String, _ vat: VAT = .franchise) throws -> InvoiceLine {
        InvoiceLine(
            designation: "Conseil",
            quantity: Quantity(tenThousandths: 10_000),
            unit: "",
            unitPrice: try #require(UnitPrice(price)),
            vat: vat
        )
    }

    @Test func `of thirty percent asks thirty percent and names the quote and what is sold`() throws {
        let quote = try quote([line("1000")])
        let lines = try deposits(quote).lines(of: deposits(quote).amount(ofHundredthsOfPercent: 3_000), besides: .zero)
        #expect(Totals(of: lines).gross == Cents(30_000))
        #expect(lines.map(\.designation) == ["Acompte sur le devis D-2026-0001\u{A0}: Site"])
    }

    @Test func `asks of each rate its share`() throws {
        let quote = try quote([line("100", .rate(.normal)), line("100", .rate(.reduced))])
        let lines = try deposits(quote).lines(of: Cents(11_275), besides: .zero)
        #expect(lines.map(\.net) == [Cents(5_000), Cents(5_000)])
        #expect(Totals(of: lines).gross == Cents(11_275))
    }

    @Test func `asks no VAT once its seller is under the franchise, and leaves it to be chosen once they charge it`()
        throws
    {
        let (taxed, free) = (try quote([line("1000", .rate(.normal))]), try quote([line("1000")]))
        let ended = try QuotedDeposits(of: taxed, by: Sample.seller(isUnderFranchise: true))
        #expect(ended.change == .endsVAT && ended.depositable == Cents(100_000))
        #expect(try ended.lines(of: Cents(40_000), besides: .zero).map(\.vat) == [.franchise])
        #expect(throws: QuoteRefusal.depositOutOfRange) { try ended.lines(of: Cents(100_000), besides: .zero) }
        let begun = try QuotedDeposits(of: free, by: Sample.seller(isUnderFranchise: false))
        #expect(begun.change == .beginsVAT && begun.depositable == Cents(100_000))
        #expect(try begun.lines(of: Cents(40_000), besides: .zero).map(\.vat) == [.franchise])
    }

    @Test func `of a quote without VAT is limited before VAT`() {
        let totals = Totals(lines: [(net: Cents(10_000), vat: .rate(.normal))])
        #expect(DepositLimit(amount: Cents(10_000), isBeforeVAT: true).allows(totals))
        #expect(!DepositLimit(amount: Cents(9_999), isBeforeVAT: true).allows(totals))
        #expect(DepositLimit(amount: Cents(12_000), isBeforeVAT: false).allows(totals))
        #expect(!DepositLimit(amount: Cents(11_999), isBeforeVAT: false).allows(totals))
    }

    @Test(arguments: [0, -1, 100_000, 100_001, 70_000]) func `asks something and leaves something`(cents: Int64) throws
    {
        let quote = try quote([line("1000")])
        #expect(throws: QuoteRefusal.depositOutOfRange) {
            try deposits(quote).lines(of: Cents(cents), besides: cents == 70_000 ? Cents(30_000) : .zero)
        }
    }

    @Test func `takes no sentence about payment from the invoice it will be`() throws {
        let mentions = try quote([line("1000")]).document.mentions
        #expect(mentions == ["TVA non applicable, art. 293 B du CGI"])
    }
}
