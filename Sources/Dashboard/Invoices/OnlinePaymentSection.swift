import Accounting
import French
import Invoicing
import Payments
import Store
import Web

/// The switch of online payment beside an invoice that waits for money.
struct OnlinePaymentSection {
    let desk: Desk
    let invoice: Invoice
    let account: StripeAccount?
    /// Whether the document says where to transfer the amount to.
    let hasBank: Bool

    var html: HTML {
        let choice = OnlinePaymentChoice(
            amount: invoice.state.due,
            account: account,
            isOn: invoice.offersOnlinePayment,
            hasBank: hasBank
        )
        guard let account, account.state.takesPayments, OnlineAmount.range.contains(invoice.state.due) else {
            return "<section><h2>Paiement en ligne</h2>\(choice.html)</section>"
        }
        let isOn = invoice.offersOnlinePayment
        let price = OnlinePaymentChoice.price(of: invoice.state.due, on: account)
        return """
            <section><h2>Paiement en ligne</h2>
            <p><strong>\(isOn ? "Oui" : "Non")</strong>\(isOn ? "\u{A0}: \(price)." : "\u{A0}: votre client ne peut régler que par un autre moyen.")</p>
            <form method="post" action="/factures/\(invoice.id)/paiement-en-ligne">\(formToken(desk.member))
            <input type="hidden" name="online_payment" value="\(isOn ? "non" : "oui")">
            <button class="quiet">\(isOn ? "Désactiver" : "Activer")</button></form></section>
            """
    }
}
