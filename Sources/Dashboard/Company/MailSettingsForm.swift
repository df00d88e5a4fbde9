import French
import Operations
import Store
import Web

/// How invoices are mailed, and what the freelancer is mailed.
struct MailSettingsForm {
    let desk: Desk
    let settings: MailSettings
    /// The edition that was changed.
    var seen: String
    var messages: [String: String] = [:]
    /// True when another window has saved them meanwhile.
    var isOvertaken = false

    private static let meanwhile = Meanwhile(change: "Vos e-mails ont été modifiés", path: CompanyTab.mails.path)

    var html: HTML {
        """
        <form method="post" action="\(CompanyTab.mails.path)" class="sheet" novalidate>
        \(formToken(desk.member))\(SeenField.html(seen))
        <h2>E-mails</h2>
        \(if: isOvertaken, Self.meanwhile.html)
        <fieldset><legend>Envoi d’une facture</legend>
        <p class="hint">Chaque envoi commence par ces mots\u{A0}; vous pouvez encore les changer avant d’envoyer. Le lien de la \
        facture est ajouté à la fin. Variables\u{A0}: \(LetterTemplate.list(LetterTemplate.namesOfInvoice)).</p>
        \(FormField("invoice_subject", "Objet", value: settings.invoiceSubject, message: messages["invoice_subject"],
            limit: 150, isRequired: true).html)
        \(FormArea("invoice_text", "Message et signature", value: settings.invoiceText, message: messages["invoice_text"],
            limit: 3_000).html)
        </fieldset>
        <fieldset><legend>E-mails que vous recevez</legend>
        <p><label class="box"><input type="checkbox" name="digest" value="oui"\(if: settings.wantsDigest, " checked")> \
        <span>Un résumé par jour de mes notifications non lues, à \(desk.member.email)</span></label></p>
        <p class="hint">Il part après \(OpenDigests.hour)\u{A0}h, seulement s’il y a du nouveau. Un règlement en ligne, ou la \
        réponse d’un client à un devis, vous est écrit aussitôt.</p>
        </fieldset>
        <p class="actions"><button class="button">Enregistrer les e-mails</button></p>
        </form>
        """
    }
}
