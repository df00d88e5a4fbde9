import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import StripeTestSupport
import TestSupport

// What the freelancer books, and takes back.

extension Scene {
    /// Types a receipt: all that is due, a part of it, or too much.
    func receipt() throws {
        guard let bill = any(of: bills) else { return }
        let due = try due(of: bill)
        let amount = lot.once(in: 2) ? due : lot.draw(1...max(1, due + due / 20))
        let form = RecordReceipt(
            companyID: companyID,
            invoiceID: bill.id,
            MoneyByHand(
                Cents(amount),
                by: any(of: [.transfer, .cheque, .cash]) ?? .other,
                on: story.now.parisDay,
                key: Token.random(from: story.outside)
            )
        )
        forms.append(form)
        say("receipt \(bill.number.text) \(amount) of \(due)")
        try form.run(in: office(.dashboard))
    }

    /// Sends a form of a receipt once more.
    func receiptAgain() throws {
        guard let form = any(of: forms) else { return }
        say("receipt again")
        try form.run(in: office(.dashboard))
    }

    func undo() throws {
        let rows = last[.payment].filter { $0.account == nil && $0.other == nil }
        guard let payment = any(of: rows), let invoice = payment.invoice else { return }
        say("undo \(payment.id)")
        try UndoReceipt(companyID: companyID, invoiceID: invoice, paymentID: payment.id).run(in: office(.dashboard))
    }

    /// Cancels a whole invoice.
    func cancel() throws {
        guard let bill = any(of: bills), let row = last[.invoice].first(where: { $0.id == bill.id }) else {
            return
        }
        try credit(bill.id, row.amount)
    }

    /// Takes a part of an invoice back.
    func creditNote() throws {
        guard let row = any(of: last[.invoice]) else { return }
        try credit(row.id, lot.draw(1...row.amount))
    }

    /// Answers money that went back at Stripe by a credit note.
    func answer() throws {
        let reversals = last[.reversal].filter { reversal in
            reversal.other == nil && reversal.detail != nil && reversal.word?.hasSuffix("done") == true
                || lot.once(in: 12)
        }
        guard let reversal = any(of: reversals), let invoice = reversal.invoice else { return }
        try credit(invoice, reversal.amount, reversal: reversal.id)
    }

    private func credit(_ invoice: Int64, _ amount: Int64, reversal: Int64? = nil) throws {
        say("credit note \(invoice) \(amount)\(reversal.map { " for reversal \($0)" } ?? "")")
        _ = try IssueCreditNote(
            companyID: companyID,
            invoiceID: invoice,
            scope: .amount(Cents(amount)),
            reason: "Remise",
            reversalID: reversal,
            key: Token.random(from: story.outside)
        ).run(in: office(.dashboard))
    }

    func setAside() throws {
        guard let reversal = any(of: last[.reversal]) else { return }
        say("set aside reversal \(reversal.id)")
        try SetAsideReversal(companyID: companyID, reversalID: reversal.id).run(in: office(.dashboard))
    }

    func restore() throws {
        guard
            let reversal = any(
                of: last[.reversal].filter {
                    $0.other != nil && $0.word == "refund failed" || lot.once(in: 12)
                }
            )
        else { return }
        say("restore reversal \(reversal.id)")
        try RestoreReversal(companyID: companyID, reversalID: reversal.id).run(in: office(.dashboard))
    }

    func assign() throws {
        guard let money = any(of: last[.quarantine].filter { $0.other == nil || lot.once(in: 8) }),
            let bill = lot.once(in: 2) ? any(of: bills) : bills.first(where: { $0.id == money.invoice })
        else { return }
        say("assign \(money.reference?.suffix(6) ?? "") to \(bill.number.text)")
        try AssignPayment(companyID: companyID, quarantinedID: money.id, invoiceID: bill.id).run(in: office(.dashboard))
    }

    private func due(of bill: Bill) throws -> Int64 {
        last[.invoice].first { $0.id == bill.id }.map { $0.amount - ($0.detail ?? 0) } ?? 0
    }
}
