import Web

extension Simulator {
    /// The log-in of an existing account: one that was made here before, or another one by its address.
    func authorizationPage(_ query: Form, complaint: String? = nil) -> Response {
        let known = state.accounts.filter { $0.dashboard == .full }
        let email = query["stripe_user[email]"] ?? "lucie@studio-lumiere.example"
        return page(
            "Connecter votre compte",
            kind: "inscription",
            """
            <main>
            <p class="vendeur">NeedMe souhaite accéder à votre compte Stripe.</p>
            <h1>Connectez-vous à Stripe</h1>
            \(alert(complaint))
            <form method="post" action="/oauth/authorize?\(query.encoded)" autocomplete="off">
            <fieldset><legend>Votre compte existant</legend>
            \(known.map(choice))
            <p class="choix"><label><input type="radio" name="account" value="other"\(if: known.isEmpty, " checked")>Un autre
            compte</label></p>
            <p><label for="email">Adresse e-mail</label>
            <input id="email" name="email" type="email" value="\(email)"></p>
            <p><label for="name">Nom de l’entreprise</label><input id="name" name="name" value="Studio Lumière"></p>
            </fieldset>
            <p class="aide">NeedMe pourra créer des paiements sur ce compte et en lire l’historique. Le compte garde son
            propre tableau de bord et ses propres frais (1,5\u{A0}% + 0,25\u{A0}€). Aucun mot de passe n’est demandé ici.</p>
            <button id="autoriser" name="decision" value="accept">Autoriser l’accès</button>
            <button id="refuser" class="second" name="decision" value="refuse" formnovalidate>Refuser</button>
            </form>
            </main>
            """,
            status: complaint == nil ? 200 : 422
        )
    }

    private func choice(_ account: AccountRecord) -> HTML {
        let isFirst = account.id == state.accounts.first { $0.dashboard == .full }?.id
        return """
            <p class="choix"><label><input type="radio" name="account" value="\(account.id)"\(if: isFirst, " checked")>\
            \(account.name) <span class="aide">\(account.email ?? "")</span></label></p>
            """
    }
}
