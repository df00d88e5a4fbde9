import Operations
import Store
import Web

extension Dashboard {
    /// The last look before Stripe is disconnected: what it means.
    func disconnectForm(_ desk: Desk) throws -> Response {
        guard let account = try reader.connectedAccount(of: desk.companyID) else {
            return .redirect(to: CompanyTab.onlinePayment.path)
        }
        let body: HTML = """
            \(CompanyTab.onlinePayment.heading)
            <form method="post" action="/entreprise/paiement-en-ligne/deconnecter" class="sheet">
            \(formToken(desk.member))
            <h2>Déconnecter Stripe</h2>
            <ul>
            <li>Le bouton «\u{A0}Payer en ligne\u{A0}» disparaît aussitôt de toutes vos factures\u{A0}; vos clients peuvent toujours régler \
            par virement.</li>
            <li>Les pages de paiement que des clients ont ouvertes sont fermées. Un paiement terminé au même moment est \
            tout de même enregistré.</li>
            <li>Vos encaissements, votre registre et l’historique restent tels quels.</li>
            <li>L’argent déjà encaissé par Stripe vous est versé comme prévu\u{A0}; les remboursements se font toujours chez \
            Stripe.</li>
            <li>\(account.origin == .created
                ? "Vous pourrez reconnecter ce compte à tout moment, sans rien ressaisir."
                : "Vous pourrez relier ce compte de nouveau, en l’autorisant chez Stripe.")</li>
            </ul>
            <p class="actions"><button class="danger">Déconnecter Stripe</button>
            <a href="\(CompanyTab.onlinePayment.path)">Garder le paiement en ligne</a></p>
            </form>
            """
        return layout("Déconnecter Stripe", desk).response(body)
    }

    func disconnect(_ desk: Desk) throws -> Response {
        try DisconnectStripe(companyID: desk.companyID).run(in: office)
        return .done(.stripeDisconnected, at: CompanyTab.onlinePayment.path)
    }
}
