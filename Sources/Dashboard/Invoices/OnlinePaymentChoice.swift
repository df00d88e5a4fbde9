import Accounting
import French
import Operations
import Payments
import Store
import Web

/// « Activer le paiement en ligne pour cette facture », with what it costs in euros; or why it cannot be offered.
struct OnlinePaymentChoice {
    /// What the client would pay.
    let amount: Cents
    /// The seller's connected account.
    let account: StripeAccount?
    let isOn: Bool
    /// Whether the document says where to transfer the amount to.
    let hasBank: Bool

    /// What stands in the form: the switch, or one sentence and a link.
    var html: HTML {
        guard let account, account.state.takesPayments else { return noAccount }
        return OnlineAmount.range.contains(amount) ? onlineSwitch(account) : outOfRange
    }

    /// What an online payment costs, and what is left.
    static func price(of amount: Cents, on account: StripeAccount) -> String {
        let commission = Commission.on(amount)
        let sentence = "commission \(commission.french), net \((amount - commission).french)"
        switch account.origin.stripePrice {
        case .paidByPlatform: return sentence
        case .paidBySeller: return sentence + " avec une carte européenne courante"
        }
    }

    private func onlineSwitch(_ account: StripeAccount) -> HTML {
        """
        <fieldset class="switch"><legend>Activer le paiement en ligne pour cette facture</legend>
        <label><input type="radio" name="online_payment" value="oui"\(if: isOn, " checked")> Oui</label>
        <label><input type="radio" name="online_payment" value="non"\(if: !isOn, " checked")> Non</label>
        <p class="hint">Payée en ligne\u{A0}: \(Self.price(of: amount, on: account)).</p>
        </fieldset>
        """
    }

    private var outOfRange: HTML {
        "<p class=\"notice\">Le paiement en ligne accepte de 0,50\u{202F}€ à 999\u{202F}999,99\u{202F}€.</p>"
    }

    private var noAccount: HTML {
        """
        <p class="notice">\(hasBank ? byTransfer : noMeans) Pour qu’il puisse payer par carte,
        <a href="/entreprise/paiement-en-ligne">activez le paiement en ligne</a>.</p>
        """
    }

    private var byTransfer: HTML { "Votre client pourra régler par virement." }

    private var noMeans: HTML {
        """
        La facture ne dit pas à votre client comment régler\u{A0}: indiquez \
        <a href="/entreprise#iban">vos coordonnées bancaires</a> avant de la finaliser.
        """
    }
}
