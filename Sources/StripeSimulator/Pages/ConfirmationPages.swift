import Web

extension Simulator {
    /// The bank's page: 3-D Secure.
    func showAuthentication(_ id: String) -> Response {
        guard let session = state.session(id) else { return notFoundPage() }
        guard session.status == .open, session.cardInAuthentication != nil else { return .redirect(to: "/c/pay/\(id)") }
        return page(
            "3-D Secure",
            kind: "avis",
            """
            <main>
            <p class="vendeur">Banque de démonstration</p>
            <h1>Authentification 3-D Secure</h1>
            <p>Confirmez-vous le paiement de <strong>\(euros(session.amount))</strong> à \(sellerName(session)) ?</p>
            <form method="post" action="/c/pay/\(id)/authentification">
            <button id="accepter" name="decision" value="accept">Accepter</button>
            <button id="refuser" class="second" name="decision" value="refuse">Refuser</button>
            </form>
            </main>
            """
        )
    }

    /// Klarna's page.
    func showKlarna(_ id: String) -> Response {
        guard let session = state.session(id) else { return notFoundPage() }
        guard session.status == .open, session.methods.contains("klarna") else {
            return .redirect(to: "/c/pay/\(id)")
        }
        return klarnaPage(session)
    }

    /// Klarna's page, with what must be corrected.
    func klarnaPage(_ session: SessionRecord, complaint: String? = nil) -> Response {
        page(
            "Klarna",
            kind: "avis",
            """
            <main>
            <p class="vendeur">Klarna (simulation)</p>
            <h1>Payer \(euros(session.amount)) à \(sellerName(session))</h1>
            \(alert(complaint))
            <form method="post" action="/c/pay/\(session.id)/klarna" autocomplete="off">
            <p><label for="phone">Téléphone</label>
            <input id="phone" name="phone" type="tel" value="+33 6 89 85 43 21"></p>
            <p><label for="code">Code reçu par SMS</label>
            <input id="code" name="code" inputmode="numeric" aria-describedby="code-aide"></p>
            <p class="aide" id="code-aide">Six chiffres quelconques ; 999999 est refusé, comme une adresse e-mail qui
            contient « +denied ».</p>
            <button id="accepter" name="decision" value="accept">Payer avec Klarna</button>
            <button id="refuser" class="second" name="decision" value="refuse" formnovalidate>Essuyer un refus</button>
            <button id="annuler" class="second" name="decision" value="cancel" formnovalidate>Annuler</button>
            </form>
            </main>
            """,
            status: complaint == nil ? 200 : 422
        )
    }
}
