import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

/// CGI article 267 II 2°: what was paid in the client's name is repaid to the cent, and is no turnover.
@Suite(.database(.needme)) struct `A « débours » on an invoice` {
    private let story = Story()
    private let jeanne: Freelancer

    /// 100,00 € of work and 37,45 € of « débours ».
    private let lines = [
        InvoiceLine.line("Dépôt de marque", "1", "100", .franchise),
        InvoiceLine.line("Redevance INPI", "1", "37,45", .exempt(.disbursement)),
    ]

    init() throws {
        jeanne = try story.connectedFreelancer()
    }

    private func bill() throws -> Bill { try story.bill(from: jeanne, lines) }

    /// What the register says of turnover and « débours », receipt by receipt.
    private func shares() throws -> [Shares] {
        try story.reader.registerRows(RegisterSelection(companyID: jeanne.companyID, period: .all), limit: 100)
            .sorted { $0.line.sequence < $1.line.sequence }.map(\.shares)
    }

    private func share(_ amount: Int64, _ net: Int64, _ disbursed: Int64) -> Shares {
        Shares(amount: Cents(amount), net: Cents(net), disbursed: Cents(disbursed))
    }

    @Test func `is kept in the draft, issued, paid by card to the cent and no turnover`() throws {
        let bill = try bill()
        #expect(try story.reader.issuedInvoice(bill.id)?.lines == lines)
        #expect(try story.reader.issuedInvoice(bill.id)?.payable == Cents(13_745))
        _ = try story.pay(bill)
        try story.settleDown()
        #expect(try story.books(of: bill) == .paid(Cents(13_745)))
        #expect(try shares() == [share(13_745, 10_000, 3_745)])
        let sums = try story.reader.registerSums(RegisterSelection(companyID: jeanne.companyID, period: .all))
        #expect(RegisterTotal(sums).shares == share(13_745, 10_000, 3_745))
        let days = Story.start.parisDay.adding(days: -31)...Story.start.parisDay
        #expect(try story.reader.monthlyTurnover(of: jeanne.companyID, in: days).values.map(\.self) == [Cents(10_000)])
        #expect(try story.reader.monthlyReceipts(of: jeanne.companyID, in: days).values.map(\.self) == [Cents(13_745)])
    }

    @Test func `is repaid to the cent in however many parts`() throws {
        let bill = try bill()
        for cents in [3_333, 3_333, 3_333, 1, 3_745] as [Int64] { try story.receive(Cents(cents), for: bill) }
        #expect(try shares().sum == share(13_745, 10_000, 3_745))
        #expect(try shares().allSatisfy { $0.tax == .zero })
    }

    @Test func `is undone as it was received`() throws {
        let bill = try bill()
        try story.receive(Cents(3_333), for: bill)
        try story.receive(Cents(3_335), for: bill)
        try story.undoReceipt(of: bill)
        let shares = try shares()
        #expect(shares[2] == -shares[1])
        try story.receive(Cents(10_412), for: bill)
        #expect(try self.shares().sum == share(13_745, 10_000, 3_745))
    }

    @Test func `stays whole when a credit note lowers the price`() throws {
        let bill = try bill()
        try story.receive(Cents(5_000), for: bill)
        try story.credit(bill, Cents(4_000))
        try story.receive(Cents(4_745), for: bill)
        #expect(try story.books(of: bill).state == .paid(Cents(9_745)))
        #expect(try shares().sum == share(9_745, 6_000, 3_745))
    }

    /// What went back and waits for its credit note.
    private func reversal() throws -> Int64 {
        try #require(try story.reader.reversals(of: jeanne.companyID).first { $0.awaitsCreditNote }).id
    }

    @Test func `is not given back with a part of the price, and all of it is with the whole`() throws {
        let bill = try bill()
        let payment = try story.payment(of: try story.pay(bill))
        try story.settleDown()
        story.stripe.refund(payment, amount: Cents(2_000))
        try story.settleDown()
        try story.credit(bill, Cents(2_000), answering: try reversal())
        #expect(try shares().last == share(-2_000, -2_000, 0))
        story.stripe.refund(payment)
        try story.settleDown()
        try story.credit(bill, Cents(11_745), answering: try reversal())
        #expect(try shares().sum == .zero)
    }

    @Test func `beside a deposit is asked with the balance alone`() throws {
        let client = try story.client(.studio, of: jeanne)
        let deposit = try story.issue(
            try story.draft([.line("Acompte", "1", "60", .franchise)], for: client, of: jeanne, kind: .deposit),
            of: jeanne
        )
        try story.receive(Cents(6_000), for: deposit)
        let balance = try story.issue(
            try story.draft(lines, for: client, of: jeanne, deposits: [deposit.id]),
            of: jeanne
        )
        try story.receive(Cents(2_000), for: balance)
        try story.receive(Cents(5_745), for: balance)
        #expect(try shares().sum == share(13_745, 10_000, 3_745))
    }

    @Test func `is duplicated with its invoice`() throws {
        let copy = try DuplicateInvoice(companyID: jeanne.companyID, invoiceID: try bill().id)
            .run(in: story.office(of: .dashboard))
        #expect(try story.reader.draft(copy, of: jeanne.companyID)?.lines == lines)
    }
}
