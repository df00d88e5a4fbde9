import French
import Invoicing
import Operations
import Store
import Web

/// The form of « Envoyer »: the switch, the mail from NeedMe with its preview, and what one does oneself.
struct SendForm {
    let desk: Desk
    let matter: SendMatter
    let input: LetterInput
    let messages: [String: String]
    /// The mail as it would go out.
    let preview: CoveringLetter?

    private var path: String { "/factures/\(matter.invoice.id)" }

    var html: HTML {
        """
        <form method="post" action="\(path)/envoyer" class="sheet" novalidate>
        \(formToken(desk.member))\(KeyField.html(input.key))
        \(if: matter.invoice.state.isOpen, choice.html)
        \(mail.html)
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
            isOn: input.isOnline ?? matter.invoice.offersOnlinePayment,
            hasBank: matter.issued.seller.bank != nil
        )
    }

    private var mail: LetterForm {
        LetterForm(
            desk: desk,
            path: path + "/envoyer",
            input: input,
            messages: messages,
            document: "la facture",
            file: matter.issued.number.text + ".pdf",
            names: LetterTemplate.namesOfInvoice,
            seller: matter.issued.seller.tradeName ?? matter.issued.seller.name,
            refusedBy: matter.isRefused ? matter.invoice.clientID : nil,
            preview: preview
        )
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
