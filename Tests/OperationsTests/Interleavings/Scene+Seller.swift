import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Payments
import Store
import StripeTestSupport
import TestSupport

// What the freelancer does.

extension Scene {
    /// Issues an invoice of any amount, to a company or a person.
    func issue() throws {
        let amount = lot.once(in: 12) ? lot.draw(1...60) : lot.draw(100...300_000)
        say("issue \(amount)")
        let client = try SaveClient(companyID: companyID, clientID: nil, buyer: lot.once(in: 2) ? .studio : .person)
            .run(in: office(.dashboard))
        guard let client else { throw SceneFailure("a client was not added") }
        let draft = try SaveDraft(companyID: companyID, invoiceID: nil, draft: draft(amount, for: client))
            .run(in: office(.dashboard))
        let number = try IssueInvoice(
            companyID: companyID,
            invoiceID: draft,
            offersOnlinePayment: !lot.once(in: 10)
        ).run(in: office(.dashboard))
        guard let link = try story.reader(of: .dashboard).newestLink(of: draft).flatMap(Token.init) else {
            throw SceneFailure("an invoice has no link")
        }
        bills.append(Bill(id: draft, number: number, link: link))
    }

    /// Types a receipt: all that is due, a part of it, or too much.
    func receipt() throws {
        guard let bill = any(of: bills) else { return }
        let due = try due(of: bill)
        let amount = lot.once(in: 2) ? due : lot.draw(1...max(1, due + due / 20))
        let form = RecordReceipt(
            companyID: companyID,
            invoiceID: bill.id,
            amount: Cents(amount),
            means: any(of: [.transfer, .cheque, .cash]) ?? .other,
            receivedOn: story.now.parisDay,
            note: "",
            key: Token.random(from: story.outside)
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
            amount: Cents(amount),
            reason: "Remise",
            reversalID: reversal
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

    func switchOnline(_ isOn: Bool) throws {
        guard let bill = any(of: bills) else { return }
        say("switch \(bill.number.text) \(isOn)")
        try SwitchOnlinePayment(companyID: companyID, invoiceID: bill.id, isOn: isOn).run(in: office(.dashboard))
    }

    func disconnect() throws {
        say("disconnect")
        try DisconnectStripe(companyID: companyID).run(in: office(.dashboard))
    }

    func reconnect() throws {
        let accounts = try books.rows("SELECT id FROM stripe_accounts WHERE company_id = \(companyID) ORDER BY id")
        guard let row = any(of: accounts) else { return }
        say("reconnect")
        try ReconnectStripe(companyID: companyID, accountID: try row["id"])
            .run(in: office(.stripe), stripe: story.stripe.line)
    }

    /// Goes to Stripe's forms, which Stripe has nothing against; a connected account stays the one.
    func openAccount() throws {
        say("open an account")
        _ = try StartOnboarding(companyID: companyID, email: email).run(in: office(.stripe), stripe: story.stripe.line)
        guard let account = try story.reader(of: .stripe).connectedAccount(of: companyID) else { return }
        story.stripe.control("accounts/\(account.account)/enable")
    }

    private func draft(_ amount: Int64, for client: Int64) -> SavedDraft {
        SavedDraft(
            clientID: client,
            subject: "Travaux",
            lines: [.line("Travaux", "1", euros(amount))],
            suppliedOn: nil,
            paymentTermDays: 30
        )
    }

    private func due(of bill: Bill) throws -> Int64 {
        last[.invoice].first { $0.id == bill.id }.map { $0.amount - ($0.detail ?? 0) } ?? 0
    }

    private func euros(_ cents: Int64) -> String { "\(cents / 100),\(cents % 100 < 10 ? "0" : "")\(cents % 100)" }
}
