import Accounting
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
            texts: Dictionary(uniqueKeysWithValues: texts),
            isOn: isOn
        ).run(in: office(of: .dashboard))
    }

    /// The worker plans what is due and does its errands.
    public func remind() throws {
        try PlanReminders().run(in: office(of: .work))
        try doErrands()
    }

    /// Everything about reminders.
    func lookAfterReminders(_ jeanne: Freelancer) throws {
        let browser = Browser(self, of: jeanne)
        try browser.open("/relances").mustBe(200)
        try keepReminders(true, of: jeanne)
        let fields = ReminderStep.allCases.flatMap { step in
            let word = ["avant", "jour", "retard", "dernier"][ReminderStep.allCases.firstIndex(of: step) ?? 0]
            return [("objet-\(word)", "Relance [numéro]"), ("message-\(word)", "Bonjour")]
        }
        try browser.send("/relances/textes", fields + [("lu", "oui"), ("envoi", "oui")]).mustBe(200)
        let bill = try bill(from: jeanne)
        try browser.send("/relances/\(bill.id)").mustBe(200)
    }

    /// The days on which clients are reminded come long after all others.
    func remindAtLast() throws {
        let jeanne = try connectedFreelancer("rappel@exemple.fr")
        try keepReminders(true, of: jeanne)
        let (bill, other) = (try bill(from: jeanne), try bill(from: jeanne))
        for sent in [bill, other] {
            try MarkAsSent(companyID: jeanne.companyID, invoiceID: sent.id).run(in: office(of: .dashboard))
        }
        try click(bill)
        wait(seconds: 28 * 86_400)
        try remind()
        try keepReminders(false, of: jeanne)
        wait(seconds: 3 * 86_400)
        try RemindClient(companyID: jeanne.companyID, invoiceID: other.id).run(in: office(of: .dashboard))
        try doErrands()
        guard try reader.reminders(of: other.id).map(\.state) == [.sent, .sent] else {
            throw StoryError(reason: "not reminded")
        }
    }
}
