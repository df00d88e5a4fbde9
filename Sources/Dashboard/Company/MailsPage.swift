import French
import Operations
import Store
import Web

extension Dashboard {
    /// « E-mails et relances »: what clients are written, and what the freelancer is.
    func mails(_ desk: Desk) throws -> Response {
        try mailsPage(desk)
    }

    func saveMails(_ desk: Desk, _ visit: Visit) throws -> Response {
        var typed = Typed(visit.form)
        let subject = typed.required("invoice_subject", "Indiquez l’objet de l’e-mail.", limit: 150)
        let text = typed.lines("invoice_text", "Écrivez un message.", limit: 3_000)
        for (name, words) in [("invoice_subject", subject), ("invoice_text", text)] {
            if let objection = LetterTemplate.objection(to: words, names: LetterTemplate.namesOfInvoice) {
                typed.refuse(name, objection)
            }
        }
        let isWanted = visit.form["digest"] != nil
        let settings = MailSettings(invoiceSubject: subject, invoiceText: text, wantsDigest: isWanted)
        guard typed.isSound else {
            return try mailsPage(desk, settings: settings, typed.messages, status: 422)
        }
        try SaveMailSettings(companyID: desk.companyID, settings: settings).run(in: office)
        return .done(.settingsSaved, at: CompanyTab.mails.path)
    }

    func keepReminders(_ desk: Desk, _ visit: Visit) throws -> Response {
        let input = ReminderInput(visit.form)
        switch ReminderInput.read(visit.form) {
        case .wrong(let messages): return try mailsPage(desk, reminders: input, messages, status: 422)
        case .sound(let texts):
            try KeepReminders(companyID: desk.companyID, texts: texts, isOn: input.isOn).run(in: office)
            return .done(.settingsSaved, at: CompanyTab.mails.path)
        }
    }

    /// What the company has saved, or how everybody begins.
    func mailSettings(of desk: Desk) throws -> MailSettings {
        try reader.mailSettings(of: desk.companyID)
            ?? MailSettings(invoiceSubject: InvoiceLetter.subject, invoiceText: InvoiceLetter.text, wantsDigest: false)
    }

    private func mailsPage(
        _ desk: Desk,
        settings: MailSettings? = nil,
        reminders: ReminderInput? = nil,
        _ messages: [String: String] = [:],
        status: Int = 200
    ) throws -> Response {
        let isOn = try reader.remindersAreOn(of: desk.companyID)
        let texts = try reader.reminderTexts(of: desk.companyID)
        let reminders = try reminders ?? ReminderInput(texts, try company(desk).seller, isOn: isOn)
        let settings = try settings ?? mailSettings(of: desk)
        let state: HTML =
            isOn
            ? "<p class=\"success\">Les relances partent d’elles-mêmes, après vérification auprès de Stripe.</p>"
            : "<p class=\"notice\">Aucune relance ne part sans vous\u{A0}: lisez les textes ci-dessous pour activer l’envoi automatique.</p>"
        let body: HTML = """
            \(CompanyTab.mails.heading)
            \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">Vérifiez les champs signalés ci-dessous.</p>")
            \(state)
            \(MailSettingsForm(desk: desk, settings: settings, messages: messages).html)
            \(RemindersForm(desk: desk, input: reminders, isOn: isOn, messages: messages).html)
            """
        return layout("E-mails et relances", desk).response(status: status, body)
    }
}
