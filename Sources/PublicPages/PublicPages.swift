import Accounting
import Invoicing
public import Operations
public import Store
public import Web

/// The pages of the client, who has no account: the invoice behind its link.
public struct PublicPages {
    let reader: StoreReader
    let outside: Outside
    let assets: Assets

    /// Pages over the store.
    ///
    /// - Parameters:
    ///   - reader: what pages show.
    ///   - outside: the clock.
    ///   - assets: where the static files are.
    public init(reader: StoreReader, outside: Outside, assets: Assets) {
        self.reader = reader
        self.outside = outside
        self.assets = assets
    }

    /// Answers a request.
    ///
    /// - Throws: what the one table of errors turns into a page.
    public func respond(to request: Request) throws -> Response {
        guard request.method == .get || request.method == .head, let path = request.pathComponents,
            path.count == 2, path[0] == "f"
        else { return ErrorPage.notFound.response(assets) }
        guard let token = Token(path[1]), let shared = try reader.sharedInvoice(tokenHash: token.fingerprint) else {
            return ErrorPage.unknownLink.response(assets)
        }
        let page = SharedInvoicePage(
            shared: shared,
            token: token,
            today: outside.now().parisDay,
            isChecking: request.query["paiement"] == "verification"
        )
        let number = shared.issued.number.text
        return .page(Document(title: "Facture \(number)", assets: assets, style: "shared", body: page.html).html)
    }
}

extension ErrorPage {
    /// No invoice has this link.
    public static let unknownLink = ErrorPage(
        status: 404,
        title: "Lien inconnu",
        advice:
            "Ce lien ne mène à aucune facture. Vérifiez qu’il est complet, ou demandez-le à nouveau à la personne qui "
            + "vous l’a envoyé."
    )
}
