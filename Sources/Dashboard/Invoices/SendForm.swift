import French
import Invoicing
import Operations
import Store
import Web

/// The form of « Envoyer »: the switch, the mail from NeedMe with its preview, and what one does oneself.
struct SendForm {
    let desk: Desk
    let matter: SendMatter
    let input: SendInput
    let messages: [String: String]
    /// The mail as it would go out.
    let preview: SendInvoice.Letter?

    private var path: String { "/factures/\(matter.invoice.id)" }

    var html: HTML {
        """
        <form method="post" action="\(path)/envoyer" class="sheet" novalidate>
        \(formToken(desk.member))<input type="hidden" name="cle" value="\(input.key)">
        \(if: matter.invoice.state.isOpen, choice.html)
        <fieldset><legend>Par e-mail depuis NeedMe</legend>
        \(mail)
        </fieldset>
        <fieldset><legend>Envoi manuel</legend>
        \(byHand)
        </fieldset>
        </form>
        """
    }

    private var choice: OnlinePaymentChoice {
        OnlinePaymentChoice(
            amount: matter.invoice.state.due,
            account: matter.account,
            isOn: input.isOnline ?? matter.invoice.offersOnlinePayment
        )
    }

    private var mail: HTML {
        """
        \(if: matter.isRefused, """
            <p class="notice">L’adresse de ce client a refusé notre dernier e-mail. Vérifiez-la, ou \
            <a href="/clients/\(matter.invoice.clientID)">corrigez-la sur sa fiche</a>.</p>
            """)
        \(FormField("recipient", "Destinataires", value: input.recipients, message: messages["recipient"],
            hint: "Plusieurs adresses\u{A0}: séparez-les par des virgules. Chacune reçoit son propre e-mail.", limit: 2_000,
            isRequired: true).html)
        \(FormField("subject", "Objet", value: input.subject, message: messages["subject"], limit: 150, isRequired: true).html)
        \(FormArea("message", "Message", value: input.message, message: messages["message"], limit: 3_000).html)
        <p class="hint">Le lien de la facture est ajouté à la fin. Les réponses de votre client vous parviennent \
        directement. Variables\u{A0}: \(LetterTemplate.list).</p>
        \(box("pdf", "Joindre le PDF", input.hasFile))
        \(box("copie", "M’envoyer une copie à \(desk.member.email)", input.wantsCopy))
        \(preview.map(shown))
        <p class="actions"><button class="button" name="mode" value="mail">Envoyer l’e-mail</button>
        <button class="quiet" name="mode" value="apercu">Voir l’aperçu</button></p>
        """
    }

    private func box(_ name: String, _ label: String, _ isOn: Bool) -> HTML {
        """
        <p><label class="box"><input type="checkbox" name="\(name)" value="oui"\(if: isOn, " checked")> \
        \(label)</label></p>
        """
    }

    /// The words as the client reads them, the button being no button here.
    private func shown(_ letter: SendInvoice.Letter) -> HTML {
        """
        <section class="notice" aria-label="Aperçu de l’e-mail" id="apercu"><h2>Aperçu de l’e-mail</h2>
        <dl class="facts"><dt>De</dt><dd>\(matter.issued.seller.tradeName ?? matter.issued.seller.name) par NeedMe</dd>
        <dt>À</dt><dd>\(letter.recipients.joined(separator: ", "))</dd>
        <dt>Objet</dt><dd>\(letter.subject)</dd>
        \(if: letter.hasFile, "<dt>Pièce jointe</dt><dd>\(matter.issued.number.text).pdf</dd>")</dl>
        \(letter.paragraphs.map { lines in
            "<p>\(lines.dropFirst().reduce("\(lines.first ?? "")" as HTML) { "\($0)<br>\($1)" })</p>" as HTML
        })
        <p><a href="\(matter.link)">Voir la facture</a></p>
        </section>
        """
    }

    private var byHand: HTML {
        """
        <div class="field"><label for="link">Lien de visualisation</label>
        <input id="link" value="\(matter.link)" readonly data-copy="le lien"></div>
        <p class="hint">Envoyez-le par le canal de votre choix\u{A0}: e-mail, SMS, messagerie.</p>
        <p><a class="button quiet" href="\(path)/facture.pdf">Télécharger le PDF</a></p>
        <p class="hint">Il porte un code QR qui mène au paiement en ligne, si celui-ci est activé.</p>
        <p class="actions"><button name="mode" value="manuel">Marquer comme envoyée</button>
        <a href="\(path)">Revenir à la facture</a></p>
        """
    }
}
