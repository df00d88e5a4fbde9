import Invoicing
import Web

/// What a link shows that leads to no document: of one that was replaced, whom to ask for the new one and nothing else.
enum UselessLinkPage {
    /// No invoice ever had this link.
    case unknown
    /// No quote has this link.
    case unknownQuote
    /// The seller has made another.
    case replaced(Seller)

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
        case .replaced(let seller):
            """
            <p>Il ne montre plus rien\u{A0}: \(seller.tradeName ?? seller.name) a créé un autre lien pour cette facture. \
            Cherchez-le dans un message plus récent, ou demandez-le.</p>
            \(ContactLinks(seller: seller, subject: nil)?.html)
            """
        }
    }

    private func unknown(_ nothing: String) -> HTML {
        """
        <p>Ce lien ne mène à \(nothing). Vérifiez qu’il est complet, ou demandez-le à nouveau à la personne qui vous \
        l’a envoyé.</p>
        """
    }
}
