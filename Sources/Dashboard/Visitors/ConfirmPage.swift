import Operations
import Web

extension Dashboard {
    /// The page behind the link that confirms an address: a button, since programs follow links before people do.
    func confirmForm(_ visit: Visit, _ key: String) -> Response {
        guard let key = Token(key) else { return deadLink }
        return VisitorForm(
            title: "Confirmer mon adresse",
            action: "/confirmer/\(key.text)",
            button: "Confirmer mon adresse",
            fields: [],
            foot: "NeedMe pourra alors envoyer des e-mails à vos clients."
        ).response(visit, self)
    }

    func confirm(_ visit: Visit, _ key: String) throws -> Response {
        guard let key = Token(key) else { return deadLink }
        do {
            try ConfirmAddress(key: key).run(in: office)
        } catch SecurityRefusal.addressTaken {
            return VisitorMessage(
                title: "Adresse déjà utilisée",
                text: "<p>Un autre compte NeedMe utilise déjà cette adresse. Votre compte garde la sienne.</p>",
                links: "<a href=\"/connexion\">Se connecter</a>",
                status: 409
            ).response(self)
        } catch is SecurityRefusal {
            return deadLink
        }
        return .done(.addressConfirmed, at: visit.member == nil ? "/connexion" : CompanyTab.security.path)
    }
}
