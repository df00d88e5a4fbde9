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
        var refusal: MailError?
        for id in try office.store.reader.pendingSendings(besides: sendingID) {
            do {
                try MailDocument(sendingID: id).run(in: office, mail: mail)
            } catch let error as MailError where error.isFinal {
                refusal = error
            }
        }
        guard try office.store.reader.hasReachedSomebody(sendingID) else {
            try office.store.write { try $0.dropKeepingMail(reminder) }
            if let refusal { throw refusal }
            return
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
            guard invoice.reminderStep(on: now.parisDay) == reminder.step else {
                try writer.drop(reminder)
                return nil
            }
            guard let sendingID = try reminder.sendingID ?? write(reminder, about: invoice, writer, office) else {
                try writer.drop(reminder, because: .noAddress, at: now)
                return nil
            }
            return (try writer.reader.reminder(reminderID) ?? reminder, sendingID)
        }
    }

    /// One mail to each address; nil when none is known any more.
    private func write(
        _ reminder: Reminder,
        about invoice: Invoice,
        _ writer: StoreWriter,
        _ office: Office
    ) throws -> Int64? {
        let (reader, now) = (writer.reader, office.outside.now())
        let recipients = try reader.reminderRecipients(of: invoice.id)
        guard let issued = try reader.issuedInvoice(invoice.id), !recipients.isEmpty else { return nil }
        // A link of its own: the worker may not read those that were given.
        let link = Token.random(from: office.outside)
        try writer.addLink(token: link.text, hash: link.fingerprint, to: invoice.id, at: now)
        let written = try reader.reminderTexts(of: invoice.companyID)[reminder.step]
        let letter =
            written.map { ReminderLetter(subject: $0.subject, text: $0.message) }
            ?? ReminderLetter(reminder.step, seller: issued.seller.tradeName ?? issued.seller.name)
        let template = LetterTemplate(issued, amount: invoice.state.due)
        let key = Token.random(from: office.outside).fingerprint
        let mails = recipients.map { recipient in
            NewSending(
                companyID: invoice.companyID,
                document: .invoice(invoice.id),
                recipient: recipient,
                subject: template.filled(letter.subject),
                message: template.filled(letter.text),
                link: office.publicOrigin + "/f/" + link.text,
                hasFile: false,
                isCopy: false,
                key: key
            )
        }
        let first = try mails.compactMap { try writer.addSending($0, at: now) }.first
        if let first { try writer.note(first, as: reminder) }
        return first
    }
}
