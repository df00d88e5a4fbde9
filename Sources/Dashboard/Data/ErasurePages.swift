import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// The part of the tab that closes the account.
    var closing: HTML {
        """
        <section class="sheet"><h2>Effacer</h2>
        <p>Pour effacer un client qui vous le demande, ouvrez sa fiche depuis <a href="/clients">vos clients</a>, puis \
        «\u{A0}Effacer ce client\u{A0}». Ses factures, ses avoirs et les lignes du registre restent\u{A0}: \(Self.law)</p>
        <p class="actions"><a class="button quiet" href="/entreprise/donnees/fermer">Fermer mon compte</a></p>
        </section>
        """
    }

    private static let law: HTML = """
        la loi oblige à les conserver dix ans (article L123-22 du code de commerce, article L102\u{A0}B du livre des \
        procédures fiscales).
        """

    /// The last look before a client is erased.
    func eraseClientForm(_ desk: Desk, _ id: Int64, refusal: ErasureRefusal? = nil) throws -> Response {
        guard let client = try reader.client(id, of: desk.companyID),
            try reader.presence(ofClient: id, of: desk.companyID, on: today) != .erased
        else { throw NotFound() }
        let body: HTML = """
            <form method="post" action="/entreprise/donnees/clients/\(id)/effacer" class="sheet">
            \(formToken(desk.member))
            <h1>Effacer \(client.buyer.name)</h1>
            \(refusal.map { "<p class=\"alert\" role=\"alert\">\($0.french)</p>" as HTML })
            <h2>Ce qui disparaît maintenant</h2>
            <ul><li>Son nom, son adresse, son e-mail, son SIREN et vos notes, dans votre liste de clients.</li>
            <li>Ses factures et ses devis encore en brouillon\u{A0}; ses factures récurrentes s’arrêtent.</li>
            <li>Les e-mails que NeedMe lui a envoyés\u{A0}: destinataire, objet et texte.</li>
            <li>Les adresses des pages de paiement ouvertes pour lui chez Stripe.</li></ul>
            <h2>Ce qui reste</h2>
            <p>Ses factures, ses avoirs, ses devis envoyés et les lignes du registre, tels qu’ils ont été émis\u{A0}: \(Self.law)</p>
            <p class="actions"><button class="danger">Effacer ce client</button> <a href="/clients/\(id)">Le garder</a></p>
            </form>
            """
        return layout("Effacer un client", desk, at: .clients).response(status: refusal == nil ? 200 : 409, body)
    }

    func eraseClient(_ desk: Desk, _ id: Int64) throws -> Response {
        do {
            try EraseClient(companyID: desk.companyID, clientID: id).run(in: office)
        } catch let refusal as ErasureRefusal {
            return try eraseClientForm(desk, id, refusal: refusal)
        }
        return .done(.clientErased, at: "/clients")
    }

    /// The last look before the account is closed.
    func closeForm(_ desk: Desk, messages: [String: String] = [:], status: Int = 200) throws -> Response {
        let day = try reader.lastDayOfRetention(of: desk.companyID)
        let kept: HTML =
            day.map { day in
                """
                <p>Vos factures, vos avoirs, vos devis et votre registre, jusqu’au \(day.frenchLong)\u{A0}: \(Self.law) Les \
                liens de vos clients ouvrent encore leurs factures, sans paiement en ligne. Passé ce jour, tout est effacé.</p>
                """
            } ?? "<p>Rien\u{A0}: vous n’avez ni facture émise, ni devis accepté.</p>"
        let code: HTML? =
            try reader.secondFactor(of: desk.member.userID) == nil
            ? nil
            : FormField(
                "erase_code",
                "Code de l’application, ou code de secours",
                message: messages["erase_code"],
                limit: 40,
                autocomplete: "one-time-code",
                isRequired: true
            ).html
        let body: HTML = """
            \(CompanyTab.data.heading)
            <form method="post" action="/entreprise/donnees/fermer" class="sheet" novalidate>
            \(formToken(desk.member))
            <h2>Fermer mon compte</h2>
            <p>Ce geste est définitif\u{A0}; un dernier e-mail vous le confirme. <a href="/entreprise/donnees/archive.zip" download>Téléchargez d’abord vos données</a>\u{A0}: \
            l’obligation de conserver vos factures dix ans reste la vôtre.</p>
            <h2>Ce qui disparaît maintenant</h2>
            <ul><li>Votre accès\u{A0}: adresse e-mail, mot de passe, double authentification, navigateurs connectés.</li>
            <li>Votre IBAN et votre logo, sauf sur ce qui a été émis, et les coordonnées de tous vos clients.</li>
            <li>Vos brouillons et le texte des e-mails envoyés\u{A0}; relances et factures récurrentes s’arrêtent.</li>
            <li>Vos devis en attente de réponse ne peuvent plus être acceptés.</li>
            <li>Stripe est déconnecté\u{A0}: l’argent déjà encaissé vous est versé comme prévu.</li></ul>
            <h2>Ce que NeedMe conserve</h2>
            \(kept)
            \(FormField("erase_password", "Mot de passe actuel", message: messages["erase_password"], kind: .password,
                limit: PasswordRule.maximum, autocomplete: "current-password", isRequired: true).html)
            \(code)
            <p class="actions"><button class="danger">Fermer mon compte</button>
            <a href="\(CompanyTab.data.path)">Garder mon compte</a></p>
            </form>
            """
        return layout("Fermer mon compte", desk).response(status: status, body)
    }

    func close(_ desk: Desk, _ visit: Visit) throws -> Response {
        let password = visit.form["erase_password"] ?? ""
        do {
            try EraseAccount(
                userID: desk.member.userID,
                companyID: desk.companyID,
                password: password,
                code: visit.form["erase_code"] ?? ""
            ).run(in: office)
        } catch let refusal as SecurityRefusal {
            let field = refusal == .wrongCode ? "erase_code" : "erase_password"
            let sentence = refusal.french(at: office.outside.now())
            return try closeForm(desk, messages: [field: sentence], status: refusal.status)
        }
        return Response.redirect(to: "/connexion?fait=compte-ferme")
            .setting(Cookie(Visit.sessionCookie, value: "", maximumAge: 0))
    }
}
