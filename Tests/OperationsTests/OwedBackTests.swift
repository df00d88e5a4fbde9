import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

/// What is to be given back is added up by the database for lists, and by a rule of its own where a refund is written down.
@Suite(.database(.needme)) struct `What is owed back` {
    let story = Story()
    let freelancer: Freelancer

    init() throws { freelancer = try story.connectedFreelancer() }

    private func giveBack(_ amount: Cents, of bill: Bill) throws {
        let money = MoneyByHand(amount, by: .transfer, on: story.now.parisDay, key: .random(from: story.outside))
        try RecordRefund(companyID: freelancer.companyID, invoiceID: bill.id, money)
            .run(in: story.office(of: .dashboard))
    }

    /// One gesture that lot has chosen; one that is refused changes nothing.
    private func live(with bill: Bill, _ lot: inout Lot) throws {
        let amount = Cents(Int64.random(in: 1...40_000, using: &lot))
        do {
            switch Int.random(in: 0..<7, using: &lot) {
            case 0, 1: try story.receive(amount, for: bill)
            case 2, 3: try story.credit(bill, amount)
            case 4: try giveBack(amount, of: bill)
            case 5: try story.undoReceipt(of: bill)
            default:
                guard let payment = try story.reader.payments(of: bill.id).first(where: { $0.source.account != nil })
                else { return try story.receive(amount, for: bill) }
                _ = try story.refund(payment.source.reference, amount: amount, isPending: Bool.random(using: &lot))
            }
        } catch is InvoiceRefusal {
        } catch is CreditNoteRefusal {
        } catch is StoryError {
        }
        story.wait(seconds: Int64.random(in: 0...2, using: &lot) * 86_400)
    }

    @Test(arguments: 1...8) func `is the same by both, whatever came before`(seed: Int) throws {
        var lot = Lot(seed: UInt64(seed))
        let bill = try story.bill(from: freelancer)
        if Bool.random(using: &lot) {
            try story.pay(bill)
            try story.settleDown()
        }
        for step in 1...10 {
            try live(with: bill, &lot)
            let owed = try story.reader.owedBack(ofInvoice: bill.id)
            #expect(throws: InvoiceRefusal.moreThanOwedBack, "step \(step)") {
                try giveBack(owed + Cents(1), of: bill)
            }
        }
        let owed = try story.reader.owedBack(ofInvoice: bill.id)
        if owed > .zero { try giveBack(owed, of: bill) }
        #expect(try story.reader.owedBack(ofInvoice: bill.id) == .zero)
    }

    @Test func `and was given back by hand answers its credit note, which answers nothing that goes back at Stripe`()
        throws
    {
        let bill = try story.bill(from: freelancer)
        try story.pay(bill)
        try story.settleDown()
        try story.credit(bill, Cents(5_000))
        try giveBack(Cents(5_000), of: bill)
        let note = try #require(try story.reader.creditNotes(of: bill.id).first)
        #expect(note.answered == Cents(5_000) && !note.mayAnswer(Cents(1)))
        let payment = try #require(try story.reader.payments(of: bill.id).first?.source.reference)
        let reversal = try story.refund(payment, amount: Cents(5_000))
        let page = try Browser(story, of: freelancer).open("/factures/\(bill.id)/avoir?retour=\(reversal.id)").text
        #expect(!page.contains("Rattacher à l’avoir"))
        #expect(throws: NotFound.self) {
            try AnswerReversal(companyID: freelancer.companyID, reversalID: reversal.id, creditNoteID: note.id)
                .run(in: story.office(of: .dashboard))
        }
        try story.undoReceipt(of: bill)
        #expect(try story.reader.creditNotes(of: bill.id).first?.answered == .zero)
        try AnswerReversal(companyID: freelancer.companyID, reversalID: reversal.id, creditNoteID: note.id)
            .run(in: story.office(of: .dashboard))
        #expect(try story.reader.creditNotes(of: bill.id).first?.answered == Cents(5_000))
    }
}
