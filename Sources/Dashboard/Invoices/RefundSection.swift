import Accounting
import French
import Store
import Web

/// « À rembourser »: money that credit notes took back and the company still has, and how it is given back.
struct RefundSection {
    let invoiceID: Int64
    /// What is to be given back.
    let owed: Cents
    /// What came through Stripe and can be given back there, if something did.
    let atStripe: HTML?

    var html: HTML? {
        guard owed > .zero else { return nil }
        let byHand = "/factures/\(invoiceID)/rembourser"
        return """
            <section><h2>À rembourser\u{A0}: \(owed.french)</h2>
            <p class="hint">Un avoir a repris cette somme, que votre client a payée\u{A0}: elle lui revient.</p>
            \(atStripe.map { """
                \($0)
                <p class="hint">Une fois rendue chez Stripe, elle apparaît dans \
                <a href="/paiements/remboursements">Remboursements</a>\u{A0}: rattachez-la à l’avoir.</p>
                """ as HTML })
            <p><a class="button quiet" href="\(byHand)">Enregistrer un remboursement\(if: atStripe != nil, " fait autrement")</a></p>
            \(if: atStripe == nil, "<p class=\"hint\">Rendez l’argent par virement, chèque ou espèces, puis notez-le\u{A0}: le registre reçoit une ligne négative.</p>")
            </section>
            """
    }

    /// The chip beside an invoice's status.
    static func chip(_ owed: Cents) -> HTML? {
        guard owed > .zero else { return nil }
        return statusChip(StatusWord(word: "À rembourser\u{A0}: \(owed.french)", sign: "±", tone: "to-check"))
    }
}
