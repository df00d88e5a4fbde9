import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport

// What the freelancer does about invoices and accounts.

extension Scene {
    /// Issues an invoice of any amount, to a company or a person.
    func issue() throws {
        let amount = lot.once(in: 12) ? lot.draw(1...60) : lot.draw(100...300_000)
        say("issue \(amount)")
        let client = try SaveClient(companyID: companyID, clientID: nil, buyer: lot.once(in: 2) ? .studio : .person)
            .run(in: office(.dashboard))
        guard let client else { throw SceneFailure("a client was not added") }
        let draft = try SaveDraft(companyID: companyID, draft: draft(amount, for: client), from: story.newForm)
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
        _ = try ReconnectStripe(companyID: companyID, accountID: try row["id"])
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

    private func euros(_ cents: Int64) -> String { "\(cents / 100),\(cents % 100 < 10 ? "0" : "")\(cents % 100)" }
}
