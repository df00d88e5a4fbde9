import Accounting
import Curl
import French
import Invoicing
import Operations
import Store

extension Story {
    /// A freelancer reads the texts and turns reminders on, or off.
    public func keepReminders(_ isOn: Bool, of freelancer: Freelancer) throws {
        let texts = ReminderStep.allCases.map { step in
            let letter = ReminderLetter(step, seller: "Studio Jeanne")
            return (step, ReminderText(subject: letter.subject, message: letter.text))
        }
        try KeepReminders(
            companyID: freelancer.companyID,
            seen: Edition(of: try reader.reminderSettings(of: freelancer.companyID)),
            texts: Dictionary(uniqueKeysWithValues: texts),
            isOn: isOn
        ).run(in: office(of: .dashboard))
    }

    /// The worker plans what is due and does its errands.
    public func remind() throws {
        try PlanReminders().run(in: office(of: .work))
        try doErrands()
    }

    /// To so many days from the beginning, at ten or eleven in the morning in Paris.
    public func goToMorning(_ days: Int) {
        now = Instant(seconds: (Story.start.parisDay.number + Int64(days)) * 86_400 + 9 * 3_600)
    }

    /// Everything about reminders that is clicked.
    func lookAfterReminders(_ jeanne: Freelancer) throws {
        let browser = Browser(self, of: jeanne)
        for page in ["/relances", "/entreprise/e-mails"] { try browser.open(page).mustBe(200) }
        let fields = ["avant", "jour", "retard", "dernier"].flatMap { word in
            [("objet-\(word)", "Relance {numero}"), ("message-\(word)", "Bonjour")]
        }
        for _ in 1...2 {
            let form = "/entreprise/e-mails/relances"
            let seen = try browser.open("/entreprise/e-mails").seen(sentTo: form)
            try browser.send(form, fields + seen + [("textes_lus", "oui"), ("envoi", "oui")]).mustBe(200)
        }
        let bill = try bill(from: jeanne)
        for gesture in ["", "/ignorer"] { try browser.send("/relances/\(bill.id)\(gesture)").mustBe(200) }
    }

    /// The days on which clients are reminded come long after all others.
    func remindAtLast() throws {
        let jeanne = try connectedFreelancer("rappel@exemple.fr")
        try keepReminders(true, of: jeanne)
        let bills = try (1...3).map { _ in try bill(from: jeanne) }
        for bill in bills {
            try MarkAsSent(companyID: jeanne.companyID, invoiceID: bill.id).run(in: office(of: .dashboard))
        }
        try click(bills[0])
        goToMorning(28 + Int(now.parisDay.number - Story.start.parisDay.number))
        // The mail server takes none of the first one's; before it does, the client has paid by transfer.
        mailAnswers = [.success(.refusedForNow(code: 450))]
        try remind()
        guard let first = try bills.first(where: { try reader.reminders(of: $0.id).map(\.state) == [.checked] }) else {
            throw StoryError(reason: "every mail has left")
        }
        try receive(Cents(135_000), for: first)
        wait(seconds: 3_600)
        try doErrands()
        guard try reader.reminders(of: first.id).map(\.state) == [.dropped] else {
            throw StoryError(reason: "reminded after payment")
        }
        try keepReminders(false, of: jeanne)
        wait(seconds: 3 * 86_400)
        for bill in bills where bill.id != first.id {
            try RemindClient(companyID: jeanne.companyID, invoiceID: bill.id).run(in: office(of: .dashboard))
            try doErrands()
            guard try reader.reminders(of: bill.id).map(\.state) == [.sent, .sent] else {
                throw StoryError(reason: "not reminded")
            }
        }
    }
}
