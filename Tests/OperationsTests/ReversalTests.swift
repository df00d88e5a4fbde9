import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Payments
import Store
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing

/// A refund or a dispute at Stripe never changes an invoice: it is announced, and answered by a person.
@Suite(.database(.needme)) struct `Money that goes back at Stripe` {
    let story = Story()
    let bill: Bill
    let payment: String
    private let total = Cents(135_000)

    init() throws {
        bill = try story.payableBill()
        let session = try story.pay(bill)
        try story.settleDown()
        payment = try story.payment(of: session)
    }

    @Test func `as a whole is announced, and changes neither invoice nor register`() throws {
        story.stripe.refund(payment)
        try story.settleDown()
        var expected = Books.paid(total)
        expected.news.append(.refund)
        #expect(try story.books(of: bill) == expected)
        #expect(try status() == .refunded(isWhole: true))
        #expect(try reversals().map(\.awaitsCreditNote) == [true])
    }

    @Test func `in two parts is announced twice, and noted once each, whatever is told and how often`() throws {
        story.stripe.refund(payment, amount: Cents(10_000))
        let first = story.stripe.deliverEvents()
        story.stripe.refund(payment, amount: Cents(20_000))
        let second = story.stripe.deliverEvents()
        for event in second + first + second { #expect(try story.knock(event) == 200) }
        try story.doErrands()
        #expect(try reversals().map(\.amount).sum == Cents(30_000))
        #expect(try story.books(of: bill).news == [.receipt, .refund, .refund])
        #expect(try status() == .refunded(isWhole: false))
    }

    @Test func `is taken from the register by its credit note, dated by the day it went back`() throws {
        story.wait(seconds: 5 * 86_400)
        story.stripe.refund(payment)
        let day = story.now.parisDay
        try story.settleDown()
        story.wait(seconds: 3 * 86_400)
        let reversal = try #require(try reversals().first)
        let number = try story.credit(bill, answering: reversal.id)
        #expect(number.text == "A-2026-0001")
        #expect(try story.books(of: bill).state == .cancelled(paid: total))
        #expect(try story.books(of: bill).lines == [total, -total])
        let line = try #require(try story.reader.registerLines(of: try story.companyID(of: bill)).last?.entry)
        #expect(line.receivedOn == day)
        #expect(line.document == "A-2026-0001")
        #expect(line.nature.contains(bill.number.text))
        #expect(line.reference == reversal.reference)
        #expect(line.means == .stripe)
        #expect(try reversals().map(\.awaitsCreditNote) == [false])
        #expect(try VerifyLedger().run(in: story.office(on: story.database.connect())) == [:])
    }

    @Test func `in part is taken from the register by a credit note in part, and the invoice stays paid`() throws {
        story.stripe.refund(payment, amount: Cents(35_000))
        try story.settleDown()
        let reversal = try #require(try reversals().first)
        try story.credit(bill, Cents(35_000), answering: reversal.id)
        #expect(try story.books(of: bill).state == .paid(total))
        #expect(try story.books(of: bill).lines == [total, Cents(-35_000)])
    }

    @Test func `is answered by one credit note only`() throws {
        story.stripe.refund(payment, amount: Cents(35_000))
        try story.settleDown()
        let reversal = try #require(try reversals().first)
        try story.credit(bill, Cents(35_000), answering: reversal.id)
        #expect(throws: NotFound.self) { try story.credit(bill, Cents(35_000), answering: reversal.id) }
        #expect(try story.books(of: bill).lines == [total, Cents(-35_000)])
    }

    @Test func `is answered by a credit note of its own amount only`() throws {
        story.stripe.refund(payment, amount: Cents(35_000))
        try story.settleDown()
        let reversal = try #require(try reversals().first)
        for cents in [1, 34_999, 35_001, 135_000] as [Int64] {
            #expect(throws: CreditNoteRefusal.otherThanReversal) {
                try story.credit(bill, Cents(cents), answering: reversal.id)
            }
        }
        #expect(try story.reader.creditNotes(of: bill.id).isEmpty)
    }

    @Test func `after its credit note was issued is answered by that one, and no second is needed`() throws {
        try story.credit(bill)
        story.stripe.refund(payment, amount: Cents(35_000))
        story.stripe.refund(payment)
        try story.settleDown()
        let note = try #require(try story.reader.creditNotes(of: bill.id).first)
        for reversal in try reversals() {
            let answer = AnswerReversal(companyID: reversal.companyID, reversalID: reversal.id, creditNoteID: note.id)
            try answer.run(in: story.office(of: .dashboard))
            #expect(throws: NotFound.self) { try answer.run(in: story.office(of: .dashboard)) }
        }
        #expect(try story.books(of: bill).lines == [total, Cents(-35_000), Cents(-100_000)])
        #expect(try story.reader.creditNotes(of: bill.id).count == 1)
        #expect(try VerifyLedger().run(in: story.office(on: story.database.connect())) == [:])
    }

    @Test func `is never answered by a credit note that has no room for it, or of another invoice`() throws {
        try story.credit(bill, Cents(10_000))
        let other = try story.bill(from: try story.connectedFreelancer("paul@exemple.fr"))
        try story.credit(other)
        story.stripe.refund(payment, amount: Cents(35_000))
        try story.settleDown()
        let reversal = try #require(try reversals().first)
        for invoice in [bill, other] {
            let note = try #require(try story.reader.creditNotes(of: invoice.id).first)
            #expect(throws: NotFound.self) {
                try AnswerReversal(companyID: reversal.companyID, reversalID: reversal.id, creditNoteID: note.id)
                    .run(in: story.office(of: .dashboard))
            }
        }
        #expect(try story.books(of: bill).lines == [total])
    }

    @Test func `may be answered otherwise, and is then no task any more`() throws {
        story.stripe.refund(payment)
        try story.settleDown()
        let reversal = try #require(try reversals().first)
        try SetAsideReversal(companyID: reversal.companyID, reversalID: reversal.id).run(
            in: story.office(of: .dashboard)
        )
        #expect(try reversals().map(\.awaitsCreditNote) == [false])
        #expect(try story.books(of: bill).lines == [total])
    }

    @Test func `is no task while it is on its way, nor once it has failed`() throws {
        let refund = try #require(story.stripe.refund(payment, isPending: true))
        try story.settleDown()
        #expect(try reversals().map(\.state) == [.pending])
        #expect(try status() == .paid)
        story.stripe.control("refunds/\(refund)/fail")
        try story.settleDown()
        #expect(try reversals().map(\.state) == [.failed])
        #expect(try reversals().map(\.awaitsCreditNote) == [false])
        #expect(try story.books(of: bill).news == [.receipt, .refund, .refundFailed])
    }

    @Test func `and fails after its line was written is written down again by a gesture, once`() throws {
        let refund = try #require(story.stripe.refund(payment))
        try story.settleDown()
        let reversal = try #require(try reversals().first)
        try story.credit(bill, answering: reversal.id)
        story.stripe.control("refunds/\(refund)/fail")
        try story.settleDown()
        #expect(try story.books(of: bill).lines == [total, -total])
        let restore = RestoreReversal(companyID: reversal.companyID, reversalID: reversal.id)
        for _ in 1...2 { try restore.run(in: story.office(of: .dashboard)) }
        #expect(try story.books(of: bill).lines == [total, -total, total])
        #expect(try VerifyLedger().run(in: story.office(on: story.database.connect())) == [:])
    }

    @Test func `because the client disputes it is flagged until the bank has decided`() throws {
        let dispute = try #require(story.stripe.dispute(payment))
        try story.settleDown()
        #expect(try status() == .disputed)
        #expect(try story.books(of: bill).news == [.receipt, .dispute])
        #expect(try !Browser(story).open("/f/\(bill.link.text)").text.contains("Litige"))
        story.stripe.control("disputes/\(dispute)/lose")
        try story.settleDown()
        #expect(try status() == .refunded(isWhole: true))
        #expect(try story.books(of: bill).news == [.receipt, .dispute, .disputeLost])
        #expect(try reversals().map(\.awaitsCreditNote) == [true])
    }

    @Test func `because the client disputes it stays, when the bank decides for the seller`() throws {
        let dispute = try #require(story.stripe.dispute(payment))
        try story.settleDown()
        story.stripe.control("disputes/\(dispute)/win")
        try story.settleDown()
        #expect(try status() == .paid)
        #expect(try story.books(of: bill).news == [.receipt, .dispute, .disputeWon])
    }

    @Test func `is found by comparing with Stripe when no event comes`() throws {
        story.stripe.faults.losesEvents = true
        story.stripe.refund(payment, amount: Cents(100))
        story.wait(seconds: 3_601)
        #expect(try story.reconcile() == [])
        #expect(try reversals().map(\.amount) == [Cents(100)])
    }

    @Test func `decides of money that had been set aside`() throws {
        let other = try story.bill(from: try story.connectedFreelancer("paul@exemple.fr"))
        let page = try story.click(other)
        try story.receive(total, for: other)
        story.stripe.pay(sessionURL: page)
        try story.settleDown()
        let money = try #require(try story.waiting(of: other).first)
        story.stripe.refund(money.reference, amount: Cents(100))
        try story.settleDown()
        #expect(try story.waiting(of: other).count == 1, "A part is still there.")
        story.stripe.refund(money.reference)
        try story.settleDown()
        #expect(try story.waiting(of: other).isEmpty)
        #expect(try story.reader.quarantinedPayment(money.id)?.resolution == .refunded)
        #expect(try story.books(of: other).lines == [total])
        let refund = try #require(try story.reader.reversals(ofInvoice: other.id).last)
        story.stripe.control("refunds/\(refund.reference)/fail")
        try story.settleDown()
        #expect(try story.waiting(of: other).count == 1, "The money came again.")
    }

    @Test(arguments: [true, false]) func `of money that was set aside keeps it from being assigned`(isPending: Bool)
        throws
    {
        let other = try story.bill(from: try story.connectedFreelancer("paul@exemple.fr"))
        let page = try story.click(other)
        try story.turn(other, false)
        story.stripe.pay(sessionURL: page)
        try story.settleDown()
        let money = try #require(try story.waiting(of: other).first)
        let refund = try #require(story.stripe.refund(money.reference, amount: Cents(100), isPending: isPending))
        try story.settleDown()
        let assign = AssignPayment(companyID: money.companyID, quarantinedID: money.id, invoiceID: other.id)
        #expect(throws: AssignmentRefusal.goingBack) { try assign.run(in: story.office(of: .dashboard)) }
        story.stripe.control("refunds/\(refund)/fail")
        try story.settleDown()
        try assign.run(in: story.office(of: .dashboard))
        #expect(try story.books(of: other).state == .paid(total))
    }

    private func reversals() throws -> [ReversalRecord] { try story.reader.reversals(ofInvoice: bill.id) }

    private func status() throws -> InvoiceStatus? {
        try story.reader.invoice(bill.id, of: try story.companyID(of: bill))?.status(on: story.now.parisDay)
    }
}
