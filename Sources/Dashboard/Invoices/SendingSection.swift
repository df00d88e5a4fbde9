import Accounting
import French
import Invoicing
import Store
import Web

/// How an invoice goes to its client: by mail, by its link, and what became of it.
struct SendingSection {
    let desk: Desk
    let invoice: Invoice
    let link: String
    let sendings: [Sending]

    /// What waits to be sent: nothing comes before it.
    var isAwaited: Bool { invoice.delivery == .toSend && invoice.state.isOpen }

    var html: HTML {
        """
        <section><h2>Envoyer au client</h2>
        \(sendings.first { !$0.isCopy }.map { LastSending(sending: $0, path: "/factures/\(invoice.id)/envoyer").html })
        \(invoice.seenAt.map { "<p class=\"hint\">Vue par votre client le \(ParisTime($0).french).</p>" as HTML })
        <p><a class="button\(if: !isAwaited, " quiet")" href="/factures/\(invoice.id)/envoyer">\
        \(invoice.delivery == .toSend ? "Envoyer" : "Envoyer de nouveau")</a></p>
        <div class="field"><label for="link">Lien de visualisation</label>
        <input id="link" value="\(link)" readonly data-copy="le lien"></div>
        <p><a href="\(link)">Voir la page du client</a></p>
        <details class="undo"><summary>Remplacer le lien</summary>
        <p class="hint">L’ancien lien ne montrera plus la facture, et le code «\u{A0}Payer par carte\u{A0}» des PDF déjà envoyés non plus.</p>
        <form method="post" action="/factures/\(invoice.id)/lien">\(formToken(desk.member))
        <button class="danger">Créer un nouveau lien</button></form></details>
        </section>
        """
    }
}
