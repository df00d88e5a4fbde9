import Accounting
import French
import Invoicing
import Mail
import Store

/// The worker sends a reminder that was checked within the last minute; otherwise Stripe is asked again.
struct MailReminder {
    let reminderID: Int64

    /// How long Stripe's answer holds, in seconds.
    static let freshness: Int64 = 60

    func run(in office: Office, mail: MailClient) throws {
        guard let (reminder, sendingID) = try decide(in: office) else { return }
        do {
            try MailDocument(sendingID: sendingID).run(in: office, mail: mail)
        } catch let error as MailError where error.isFinal {
            try office.store.write { try $0.dropKeepingMail(reminder) }
            throw error
        }
        try office.store.write { try $0.noteDeparture(of: reminder) }
    }

    /// Decides under the lock that a payment needs as well; nil when no mail is to leave now.
    private func decide(in office: Office) throws -> (reminder: Reminder, sendingID: Int64)? {
        guard let planned = try office.store.reader.reminder(reminderID) else { return nil }
        return try office.store.write { writer in
            let now = office.outside.now()
            guard let invoice = try writer.lockInvoice(planned.invoiceID),
                let reminder = try writer.reader.reminder(reminderID), reminder.state == .checked,
                let checkedAt = reminder.checkedAt
            else { return nil }
            guard now < checkedAt.adding(seconds: Self.freshness) else {
                try writer.leave(.checkReminder, about: reminder.id, at: now)
                return nil
            }
            if reminder.sendingID == nil,
                let end = try PostLetter.wait(for: 1, of: invoice.companyID, writer.reader, at: now)
            {
                try writer.leave(.checkReminder, about: reminder.id, at: now, dueAt: end)
                return nil
            }
            guard invoice.reminderStep(on: now.parisDay) == reminder.step,
                let sendingID = try reminder.sendingID ?? write(reminder, about: invoice, writer, office)
            else {
                try writer.drop(reminder)
                return nil
            }
            return (try writer.reader.reminder(reminderID) ?? reminder, sendingID)
        }
    }

    /// Nil when the client has no address.
    private func write(
        _ reminder: Reminder,
        about invoice: Invoice,
        _ writer: StoreWriter,
        _ office: Office
    ) throws -> Int64? {
        let (reader, now) = (writer.reader, office.outside.now())
        guard let issued = try reader.issuedInvoice(invoice.id), let recipient = issued.buyer.email else { return nil }
        // A link of its own: the worker may not read those that were given.
        let link = Token.random(from: office.outside)
        try writer.addLink(token: link.text, hash: link.fingerprint, to: invoice.id, at: now)
        let written = try reader.reminderTexts(of: invoice.companyID)[reminder.step]
        let letter =
            (written.map { ReminderLetter(subject: $0.subject, text: $0.message) }
            ?? ReminderLetter(reminder.step, seller: issued.seller.tradeName ?? issued.seller.name))
            .filled(number: issued.number.text, amount: invoice.state.due, dueOn: issued.dueOn)
        let mail = NewSending(
            companyID: invoice.companyID,
            document: .invoice(invoice.id),
            recipient: recipient,
            subject: letter.subject,
            message: letter.text,
            link: office.publicOrigin + "/f/" + link.text,
            hasFile: false,
            isCopy: false,
            key: Token.random(from: office.outside).fingerprint
        )
        let sendingID = try writer.addSending(mail, at: now)
        if let sendingID { try writer.note(sendingID, as: reminder) }
        return sendingID
    }
}
