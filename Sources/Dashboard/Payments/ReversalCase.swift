import Accounting
import French
import Payments
import Store
import Web

/// Money that went back, or may, and what the freelancer can do about it.
struct ReversalCase {
    let reversal: ReversalRecord
    let member: Session
    let door: StripeDoor

    var html: HTML {
        """
        <article class="case" aria-labelledby="mouvement-\(reversal.id)">
        <div>
        \(statusChip(reversal.state.status(of: reversal.kind)))
        <h2 id="mouvement-\(reversal.id)">\(reversal.amount.french), \(reversal.client)</h2>
        <p>\(story)</p>
        <dl class="facts">
        <dt>Commencé le</dt><dd>\(reversal.beganOn.frenchShort)</dd>
        <dt>Facture</dt><dd><a href="/factures/\(reversal.invoiceID)" class="number">\(reversal.number)</a></dd>
        <dt>Référence Stripe</dt><dd class="code">\(reversal.reference)</dd>
        </dl>
        </div>
        <div class="choices">\(choices)</div>
        </article>
        """
    }

    private var story: String {
        switch (reversal.kind, reversal.state) {
        case (.refund, .done):
            """
            Cette somme a été rendue à votre client. Remboursé en entier, il attend un avoir qui annule la facture\u{A0}; en \
            partie, un avoir du même montant.
            """
        case (.dispute, .done):
            """
            La banque de votre client lui a rendu cette somme, prise sur votre compte Stripe. Un avoir le constate, ainsi que \
            votre registre.
            """
        case (.dispute, _):
            """
            Votre client conteste ce paiement auprès de sa banque. Répondez chez Stripe avant la date limite qui y est \
            indiquée\u{A0}: sans réponse, le litige est perdu.
            """
        case (.refund, _):
            """
            Ce remboursement n’a pas abouti\u{A0}: l’argent vous est revenu, alors que l’avoir \
            \(reversal.creditNote ?? "") l’a déjà retiré de vos recettes.
            """
        }
    }

    private var choices: HTML? {
        if reversal.awaitsCreditNote { return crediting }
        return reversal.state == .failed ? restoring : answering
    }

    private var crediting: HTML {
        """
        <p><a class="button" href="/factures/\(reversal.invoiceID)/avoir?retour=\(reversal.id)">Créer l’avoir</a></p>
        <div><form method="post" action="/paiements/remboursements/\(reversal.id)/classer">\(formToken(member))
        <button>Classer sans avoir</button></form>
        <p class="hint">Classez-le si vous avez ajusté vos documents autrement\u{A0}: la recette reste alors entière dans \
        votre registre.</p></div>
        """
    }

    private var restoring: HTML {
        """
        <div><form method="post" action="/paiements/remboursements/\(reversal.id)/reprendre">\(formToken(member))
        <button class="button">Inscrire de nouveau la recette</button></form>
        <p class="hint">Une ligne s’ajoute à votre registre, à la date d’aujourd’hui. L’avoir, lui, reste émis.</p></div>
        """
    }

    private var answering: HTML? {
        door.button("Ouvrir Stripe", account: reversal.account, payment: reversal.paymentReference, isFirst: true)
    }
}
