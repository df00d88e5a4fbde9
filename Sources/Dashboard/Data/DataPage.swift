import Accounting
import French
import Operations
import Web

extension Dashboard {
    /// The tab « Données »: what a freelancer may take away, bring in and have erased.
    func dataPage(
        _ desk: Desk,
        messages: [String: String] = [:],
        status: Int = 200
    ) -> Response {
        let body: HTML = """
            \(CompanyTab.data.heading)
            \(formAlert(messages))
            \(takeaway)
            \(clientUpload(desk, messages["clients"]))
            \(closing)
            """
        return layout("Données", desk).response(status: status, body)
    }

    private var takeaway: HTML {
        """
        <section class="sheet"><h2>Télécharger mes données</h2>
        <p>Une archive ZIP de tout ce que NeedMe conserve pour vous\u{A0}: chaque facture et chaque avoir en PDF tels qu’émis, \
        leur fichier XML (Factur-X), vos clients, articles, devis, factures et paiements en CSV, le registre des recettes en \
        CSV et en PDF, et toutes les données en JSON. Ouvrez-y <code>index.html</code> dans votre navigateur, même sans \
        connexion.</p>
        <p class="hint">L’archive ne contient ni votre mot de passe ni ce qui ouvre votre compte, mais elle contient les \
        coordonnées de vos clients et les liens de vos factures\u{A0}: gardez-la en lieu sûr.</p>
        <p class="actions"><a class="button" href="/entreprise/donnees/archive.zip" download>Télécharger mes données</a></p>
        </section>
        """
    }

    /// The archive, drawn and packed while it is sent.
    func archive(_ desk: Desk, _ visit: Visit) throws -> Response {
        let name = "needme-\(today.iso).zip"
        guard visit.request.method == .get else {
            return .file(type: "application/zip", named: name) { nil }
        }
        let archive = try TakeArchive(companyID: desk.companyID).run(in: office)
        return .file(type: "application/zip", named: name) { try archive.next() }
    }
}
