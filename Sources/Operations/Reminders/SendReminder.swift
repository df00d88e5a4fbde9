import Accounting
import French
import Invoicing
import Store
import Stripe

/// The worker sends a planned reminder, once Stripe has said that nothing is on its way.
///
/// While Stripe does not answer, nothing is sent: the errand comes again. Between its answer and the mail lies one
/// transaction, which holds the lock that a payment needs as well.
struct SendReminder {
    let reminderID: Int64

    func run(in office: Office, stripe: StripeClient) throws {
        guard let planned = try office.store.reader.reminder(reminderID), planned.state == .planned else { return }
        if let attempt = try office.store.reader.liveAttempt(ofInvoice: planned.invoiceID) {
            try AskAttempt(attemptID: attempt).run(in: office, stripe: stripe)
        }
        try office.store.write { writer in
            let now = office.outside.now()
            guard let invoice = try writer.lockInvoice(planned.invoiceID),
                let reminder = try writer.reader.reminder(reminderID), reminder.state == .planned
            else { return }
            guard invoice.mayBeReminded, let sendingID = try mail(invoice, reminder, writer, office) else {
                return try writer.update(reminder, to: .dropped)
            }
            try writer.update(reminder, to: .sent, sendingID: sendingID)
            try writer.leave(.mailInvoice, about: sendingID, at: now)
        }
    }

    /// Nil when the client has no address.
    private func mail(
        _ invoice: Invoice,
        _ reminder: Reminder,
        _ writer: StoreWriter,
        _ office: Office
    ) throws -> Int64? {
        let reader = writer.reader
        guard let issued = try reader.issuedInvoice(invoice.id), let recipient = issued.buyer.email else { return nil }
        // A link of its own: the worker may not read those that were given.
        let link = Token.random(from: office.outside)
        try writer.addLink(token: link.text, hash: link.fingerprint, to: invoice.id, at: office.outside.now())
        let written = try reader.reminderTexts(of: invoice.companyID)[reminder.step]
        let seller = issued.seller.tradeName ?? issued.seller.name
        let letter =
            (written.map { ReminderLetter(subject: $0.subject, text: $0.message) }
            ?? ReminderLetter(reminder.step, seller: seller))
            .filled(number: issued.number.text, amount: invoice.state.due, dueOn: issued.dueOn)
        return try writer.addSending(
            of: invoice,
            to: recipient,
            subject: letter.subject,
            message: letter.text + "\n\n" + office.publicOrigin + "/f/" + link.text,
            key: Token.random(from: office.outside).fingerprint,
            at: office.outside.now()
        )
    }
}
