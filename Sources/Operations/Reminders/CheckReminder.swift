import Accounting
import Invoicing
import Store
import Stripe

/// The worker asks Stripe whether money is on its way, and only then lets a reminder go.
///
/// While Stripe does not answer, or the client may be standing before its page at this moment, the errand comes again.
struct CheckReminder {
    let reminderID: Int64

    /// How long a client may be in front of Stripe's page, in seconds.
    static let paying: Int64 = 1_800

    func run(in office: Office, stripe: StripeClient) throws {
        let reader = office.store.reader
        guard let planned = try reader.reminder(reminderID), planned.awaitsMail else { return }
        if let attempt = try reader.liveAttempt(ofInvoice: planned.invoiceID) {
            try AskAttempt(attemptID: attempt.id).run(in: office, stripe: stripe)
        }
        try office.store.write { writer in
            let now = office.outside.now()
            guard let invoice = try writer.lockInvoice(planned.invoiceID),
                let reminder = try writer.reader.reminder(reminderID), reminder.awaitsMail
            else { return }
            guard invoice.reminderStep(on: now.parisDay) == reminder.step else { return try writer.drop(reminder) }
            if let attempt = try writer.liveAttempt(of: invoice.id),
                now < attempt.createdAt.adding(seconds: Self.paying)
            {
                throw NotYet(description: "the client has just opened the payment page")
            }
            try writer.noteCheck(of: reminder, at: now)
            try writer.leave(.mailReminder, about: reminder.id, at: now)
        }
    }
}

extension Reminder {
    /// True until its mail has left or was given up.
    var awaitsMail: Bool { state == .planned || state == .checked }
}
