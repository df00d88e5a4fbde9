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
        var form = MailSettingsForm(desk: desk, settings: settings, seen: visit.form.seen?.text ?? "")
        form.messages = typed.messages
        guard typed.isSound else { return try mailsPage(desk, mails: form, status: 422) }
        do {
            try SaveMailSettings(companyID: desk.companyID, seen: visit.form.seen, settings: settings).run(in: office)
            return .done(.settingsSaved, at: CompanyTab.mails.path)
        } catch is ChangedMeanwhile {
            form.seen = Edition(of: try reader.mailSettings(of: desk.companyID)).text
            form.isOvertaken = true
            return try mailsPage(desk, mails: form, status: 409)
        }
    }

    func keepReminders(_ desk: Desk, _ visit: Visit) throws -> Response {
        var form = RemindersForm(desk: desk, input: ReminderInput(visit.form))
        switch ReminderInput.read(visit.form) {
        case .wrong(let messages):
            form.messages = messages
            return try mailsPage(desk, reminders: form, status: 422)
        case .sound(let texts):
            let (companyID, seen) = (desk.companyID, visit.form.seen)
            do {
                try KeepReminders(companyID: companyID, seen: seen, texts: texts, isOn: form.input.isOn).run(in: office)
                return .done(.settingsSaved, at: CompanyTab.mails.path)
            } catch is ChangedMeanwhile {
                form.input.seen = Edition(of: try reader.reminderSettings(of: companyID)).text
                form.isOvertaken = true
                return try mailsPage(desk, reminders: form, status: 409)
            }
        }
    }

    /// What the company has saved, or how everybody begins.
    func mailSettings(of desk: Desk) throws -> MailSettings {
        (try reader.mailSettings(of: desk.companyID)).orBeginning
    }

    private func mailsForm(_ desk: Desk) throws -> MailSettingsForm {
        let saved = try reader.mailSettings(of: desk.companyID)
        return MailSettingsForm(desk: desk, settings: saved.orBeginning, seen: Edition(of: saved).text)
    }

    private func remindersForm(_ desk: Desk, _ settings: ReminderSettings) throws -> RemindersForm {
        RemindersForm(desk: desk, input: ReminderInput(settings, try company(desk).seller))
    }

    private func mailsPage(
        _ desk: Desk,
        mails: MailSettingsForm? = nil,
        reminders: RemindersForm? = nil,
        status: Int = 200
    ) throws -> Response {
        let settings = try reader.reminderSettings(of: desk.companyID)
        let (mails, reminders) = (try mails ?? mailsForm(desk), try reminders ?? remindersForm(desk, settings))
        let isWrong = !mails.messages.isEmpty || !reminders.messages.isEmpty
        let state: HTML =
            settings.isOn
            ? "<p class=\"success\">Les relances partent d’elles-mêmes, après vérification auprès de Stripe.</p>"
            : "<p class=\"notice\">Aucune relance ne part sans vous\u{A0}: lisez les textes ci-dessous pour activer l’envoi automatique.</p>"
        let body: HTML = """
            \(CompanyTab.mails.heading)
            \(if: isWrong, "<p class=\"alert\" role=\"alert\">Vérifiez les champs signalés ci-dessous.</p>")
            \(state)
            \(mails.html)
            \(reminders.html)
            """
        return layout("E-mails et relances", desk).response(status: status, body)
    }
}

extension MailSettings? {
    /// What was saved, or how everybody begins.
    fileprivate var orBeginning: MailSettings {
        self ?? MailSettings(invoiceSubject: InvoiceLetter.subject, invoiceText: InvoiceLetter.text, wantsDigest: false)
    }
}
