import Accounting
import French
import Invoicing
import Store
import Web

/// The reminders of an invoice, beside it: those that were sent, and the one that may be now.
struct InvoiceReminders {
    let desk: Desk
    let invoice: Invoice
    let reminders: [Reminder]
    /// To whom the next one goes.
    let recipients: [String]
    let today: Day

    var html: HTML? {
        guard step != nil || !reminders.isEmpty else { return nil }
        let items: [HTML] = reminders.map { reminder in
            """
            <li>\(reminder.step.french)\
            <span class="hint">\(ParisTime(reminder.createdAt).french)\u{A0}: \(reminder.outcome)</span></li>
            """
        }
        return """
            <section id="relances"><h2>Relances</h2>
            \(if: !items.isEmpty, "<ul class=\"receipts\">\(items)</ul>")
            \(proposed.map(proposal))
            \(if: step == .last && proposed == nil, """
                <p class="hint">Toutes les relances ont été faites. Vous pouvez encore envoyer la facture de nouveau, avec vos mots.</p>
                """)
            <p><a href="\(CompanyTab.mails.path)">Textes des relances</a></p></section>
            """
    }

    /// The step that the invoice has reached.
    private var step: ReminderStep? { invoice.reminderStep(on: today) }

    /// The same, unless its client was reminded of it.
    private var proposed: ReminderStep? {
        step.flatMap { step in reminders.contains { $0.step.rawValue >= step.rawValue } ? nil : step }
    }

    private func proposal(_ step: ReminderStep) -> HTML {
        """
        <p class="hint">\(step.french)</p>
        \(reminderRecipients(recipients, client: invoice.clientID))
        <form method="post" action="/relances/\(invoice.id)">\(formToken(desk.member))
        <input type="hidden" name="retour" value="facture"><p class="actions">\
        \(if: !recipients.isEmpty, "<button class=\"quiet\">Relancer</button>")
        <button class="quiet" formaction="/relances/\(invoice.id)/ignorer">Ignorer</button></p></form>
        """
    }
}

extension Reminder {
    fileprivate var outcome: String {
        switch state {
        case .planned, .checked: "part dès que Stripe a confirmé qu’aucun paiement n’est en cours"
        case .sent: "envoyée"
        case .dropped where reason == .noAddress: "non envoyée, faute d’adresse e-mail sur la fiche du client"
        case .dropped: "non envoyée"
        }
    }
}
