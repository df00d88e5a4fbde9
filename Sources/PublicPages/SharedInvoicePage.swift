import Accounting
import French
import Invoicing
import Operations
import Payments
import Store
import Web

/// The invoice as its client sees it: the document, and beside it what they can do about it.
///
/// On a phone the amount and the way to pay come first, then the document, then the rest: the column is in two parts.
struct SharedInvoicePage {
    let shared: SharedInvoice
    let creditNotes: [CreditNote]
    let token: Token
    let today: Day
    /// True when the client has just come back and Stripe has not answered yet.
    let isChecking: Bool

    private var issued: IssuedInvoice { shared.issued }
    private var state: InvoiceState { shared.invoice.state }
    private var address: String { "/f/" + token.text }

    var title: String { issued.kind.french + " " + issued.number.text }

    var html: HTML {
        """
        <main class="two">
        <aside class="options" aria-label="Régler et télécharger">
        <div class="first">
        \(InvoiceStanding(shared: shared, creditNotes: creditNotes, token: token, today: today).html)
        \(if: isChecking && state.isOpen, checking)
        \(shared.canBePaidOnline ? payOnline : transfer)
        </div>
        <div class="rest">
        \(shared.canBePaidOnline ? transfer : nil)
        <p><a class="button quiet" href="\(address)/facture.pdf">Télécharger en PDF</a></p>
        \(contact)
        <p class="verify"><a href="\(address)/verifier">Vérifier cette facture</a></p>
        </div>
        </aside>
        \(sheet.html)
        </main>
        """
    }

    private var sheet: DocumentSheet {
        DocumentSheet(
            document: .invoice(issued),
            logo: shared.hasLogo ? address + "/logo.png" : nil,
            stamp: stamp,
            remainder: Remainder(shared.invoice, creditNotes)
        )
    }

    private var checking: HTML {
        """
        <p class="notice" role="status">Nous vérifions votre paiement auprès de Stripe\u{A0}: inutile de payer une seconde fois. \
        <a href="\(address)">Actualiser la page</a></p>
        """
    }

    private var payOnline: HTML {
        """
        <form method="post" action="\(address)/payer"><button class="button pay">Payer en ligne</button></form>
        <p class="hint">Paiement sécurisé par carte bancaire, sur la page de Stripe.\(statementLabel)</p>
        """
    }

    /// What the client will read on their card statement, so that they know it again.
    private var statementLabel: HTML? {
        StatementLabel(prefix: shared.statementPrefix, number: issued.number).text.map { label in
            "<br>Libellé sur votre relevé\u{A0}: <span class=\"code number\">\(label)</span>"
        }
    }

    private var transfer: HTML? {
        guard state.isOpen else { return nil }
        if let details = TransferDetails(shared) { return details.html(at: address) }
        if shared.canBePaidOnline { return nil }
        return
            "<p class=\"hint\">Le paiement en ligne n’est pas proposé\u{A0}: convenez du règlement avec l’émetteur.</p>"
    }

    private var contact: HTML? {
        ContactLinks(seller: issued.seller, subject: title).map { links in
            "<section><h2>Contacter \(issued.seller.tradeName ?? issued.seller.name)</h2>\(links.html)</section>"
        }
    }

    private var stamp: HTML? {
        switch state {
        case .paid:
            shared.invoice.paidOn.map { day in
                "<p class=\"stamp\">Facture acquittée<span>le \(day.frenchLong)</span></p>"
            }
        case .cancelled:
            "<p class=\"stamp void\">Annulée\(shared.cancelledBy.map { "<span>par l’avoir \($0)</span>" as HTML })</p>"
        case .draft, .open, .processing: nil
        }
    }
}
