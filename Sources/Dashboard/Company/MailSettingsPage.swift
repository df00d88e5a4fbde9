import French
import Operations
import Store
import Web

extension Dashboard {
    /// « E-mails et relances »: the words of mails with invoices, and the mail a day.
    func mailSettings(_ desk: Desk, _ visit: Visit) throws -> Response {
        mailSettingsPage(desk, try settings(of: desk), isSaved: visit.request.query["enregistre"] != nil)
    }

    func saveMailSettings(_ desk: Desk, _ visit: Visit) throws -> Response {
        var typed = Typed(visit.form)
        let subject = typed.required("invoice_subject", "Indiquez l’objet de l’e-mail.", limit: 150)
        let text = typed.lines("invoice_text", "Écrivez un message.", limit: 3_000)
        for (name, words) in [("invoice_subject", subject), ("invoice_text", text)] {
            if let objection = LetterTemplate.objection(to: words) { typed.refuse(name, objection) }
        }
        let settings = MailSettings(
            invoiceSubject: subject,
            invoiceText: text,
            wantsDigest: visit.form["digest"] != nil
        )
        guard typed.isSound else { return mailSettingsPage(desk, settings, messages: typed.messages, status: 422) }
        try SaveMailSettings(companyID: desk.companyID, settings: settings).run(in: office)
        return .redirect(to: "/entreprise/e-mails?enregistre=oui")
    }

    /// What the company has saved, or how everybody begins.
    func settings(of desk: Desk) throws -> MailSettings {
        try reader.mailSettings(of: desk.companyID)
            ?? MailSettings(invoiceSubject: InvoiceLetter.subject, invoiceText: InvoiceLetter.text, wantsDigest: false)
    }

    private func mailSettingsPage(
        _ desk: Desk,
        _ settings: MailSettings,
        messages: [String: String] = [:],
        isSaved: Bool = false,
        status: Int = 200
    ) -> Response {
        let body: HTML = """
            \(CompanyTab.mail.heading)
            \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">Vérifiez les champs signalés ci-dessous.</p>")
            \(if: isSaved, "<p class=\"notice\" role=\"status\">Enregistré.</p>")
            <form method="post" action="/entreprise/e-mails" class="sheet" novalidate>\(formToken(desk.member))
            <fieldset><legend>E-mail d’envoi d’une facture</legend>
            <p class="hint">Chaque envoi commence par ces mots\u{A0}; vous pouvez encore les changer avant d’envoyer. Le lien de la \
            facture est ajouté à la fin. Variables\u{A0}: \(LetterTemplate.list).</p>
            \(FormField("invoice_subject", "Objet", value: settings.invoiceSubject, message: messages["invoice_subject"], limit: 150, isRequired: true).html)
            \(FormArea("invoice_text", "Message et signature", value: settings.invoiceText, message: messages["invoice_text"], limit: 3_000).html)
            </fieldset>
            <fieldset><legend>E-mails que vous recevez</legend>
            <p><label class="box"><input type="checkbox" name="digest" value="oui"\(if: settings.wantsDigest, " checked")> \
            Un résumé par jour de mes notifications, à \(desk.member.email)</label></p>
            <p class="hint">Il part après \(OpenDigests.hour)\u{A0}h, seulement s’il y a du nouveau que vous n’avez pas lu.</p>
            </fieldset>
            <p class="actions"><button class="button">Enregistrer</button></p>
            </form>
            """
        return layout("E-mails et relances", desk).response(status: status, body)
    }
}
