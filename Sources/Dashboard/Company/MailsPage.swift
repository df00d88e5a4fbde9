import Operations
import Store
import Web

extension Dashboard {
    /// « E-mails et relances »: what clients are written.
    func mails(_ desk: Desk) throws -> Response {
        let input = ReminderInput(
            try reader.reminderTexts(of: desk.companyID),
            try company(desk).seller,
            isOn: try reader.remindersAreOn(of: desk.companyID)
        )
        return try mailsPage(desk, reminders: input)
    }

    func keepReminders(_ desk: Desk, _ visit: Visit) throws -> Response {
        let input = ReminderInput(visit.form)
        switch ReminderInput.read(visit.form) {
        case .wrong(let messages): return try mailsPage(desk, reminders: input, messages, status: 422)
        case .sound(let texts):
            try KeepReminders(companyID: desk.companyID, texts: texts, isOn: input.isOn).run(in: office)
            return .redirect(to: CompanyTab.mails.path)
        }
    }

    private func mailsPage(
        _ desk: Desk,
        reminders input: ReminderInput,
        _ messages: [String: String] = [:],
        status: Int = 200
    ) throws -> Response {
        let isOn = try reader.remindersAreOn(of: desk.companyID)
        let state: HTML =
            isOn
            ? "<p class=\"success\">Les relances partent d’elles-mêmes, après vérification auprès de Stripe.</p>"
            : "<p class=\"notice\">Aucune relance ne part sans vous\u{A0}: lisez les textes ci-dessous pour activer l’envoi automatique.</p>"
        let body: HTML = """
            \(CompanyTab.mails.heading)
            \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">Vérifiez les champs signalés ci-dessous.</p>")
            \(state)
            \(RemindersForm(desk: desk, input: input, isOn: isOn, messages: messages).html)
            """
        return layout("E-mails et relances", desk).response(status: status, body)
    }
}
