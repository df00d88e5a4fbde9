import Invoicing
import Web

/// What a link shows that leads to no document: of one that was replaced, whom to ask for the new one and nothing else.
enum UselessLinkPage {
    /// No invoice ever had this link.
    case unknown
    /// No quote has this link.
    case unknownQuote
    /// The seller has made another; a client who finds the old one in a mail wants to know whether they still owe.
    case replaced(Seller, InvoiceState)

    func response(_ assets: Assets) -> Response {
        let body: HTML = """
            <main class="message">
            <a class="brand" href="/">NeedMe</a>
            <h1>\(title)</h1>
            \(advice)
            </main>
            """
        return .page(Document(title: title, assets: assets, style: "plain", body: body).html, status: status)
    }

    /// What is gone for good says so (RFC 9110 §15.5.11).
    private var status: Int {
        switch self {
        case .unknown, .unknownQuote: 404
        case .replaced: 410
        }
    }

    private var title: String {
        switch self {
        case .unknown, .unknownQuote: "Lien inconnu"
        case .replaced: "Ce lien a été remplacé"
        }
    }

    private var advice: HTML {
        switch self {
        case .unknown: unknown("aucune facture")
        case .unknownQuote: unknown("aucun devis")
        case .replaced(let seller, let state):
            """
            <p>\(owed(state))Ce lien ne montre plus rien\u{A0}: \(seller.tradeName ?? seller.name) en a créé un autre pour \
            cette facture. Cherchez-le dans un message plus récent, ou demandez-le.</p>
            \(ContactLinks(seller: seller, subject: nil)?.html)
            """
        }
    }

    /// What is left to do about an invoice that awaits nothing any more.
    private func owed(_ state: InvoiceState) -> String {
        switch state {
        case .paid: "Cette facture est acquittée\u{A0}: vous n’avez plus rien à payer. "
        case .cancelled: "Cette facture est annulée\u{A0}: vous n’avez rien à payer. "
        case .processing: "Un paiement est en cours de confirmation\u{A0}: vous n’avez rien à faire. "
        case .draft, .open: ""
        }
    }

    private func unknown(_ nothing: String) -> HTML {
        """
        <p>Ce lien ne mène à \(nothing). Vérifiez qu’il est complet, ou demandez-le à nouveau à la personne qui vous \
        l’a envoyé.</p>
        """
    }
}
