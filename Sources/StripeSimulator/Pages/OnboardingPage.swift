import Web

extension Simulator {
    /// Stripe's forms for a freelancer, all on one page and filled in.
    func onboardingPage(
        _ account: AccountRecord,
        visit: String,
        _ filled: OnboardingForm? = nil,
        complaint: String? = nil
    ) -> Response {
        let filled = filled ?? OnboardingForm(account)
        return page(
            "Activer les paiements",
            kind: "inscription",
            """
            <main>
            <p class="vendeur">NeedMe travaille avec Stripe pour les paiements sécurisés.</p>
            <h1>Activer les paiements par carte</h1>
            \(alert(complaint))
            <form method="post" action="/setup/c/\(visit)" autocomplete="off">
            <fieldset><legend>Votre entreprise</legend>
            <p><label for="name">Nom de l’entreprise</label>
            <input id="name" name="name" required value="\(filled.name)"></p>
            <p><label for="email">Adresse e-mail</label>
            <input id="email" name="email" type="email" required value="\(filled.email)"></p>
            <p><label for="phone">Téléphone</label>
            <input id="phone" name="phone" type="tel" value="\(filled.phone)"></p>
            </fieldset>
            <fieldset><legend>Vos versements</legend>
            <p><label for="iban">IBAN</label>
            <input id="iban" name="iban" value="\(filled.iban)" aria-describedby="iban-aide"></p>
            <p class="aide" id="iban-aide">Laissez vide pour que Stripe le réclame plus tard.</p>
            </fieldset>
            <fieldset><legend>Ce que voient vos clients</legend>
            <p><label for="statementDescriptor">Libellé de relevé bancaire</label>
            <input id="statementDescriptor" name="statementDescriptor" maxlength="22"
            value="\(filled.statementDescriptor)"></p>
            <p><label for="shortDescriptor">Libellé court</label>
            <input id="shortDescriptor" name="shortDescriptor" maxlength="10" value="\(filled.shortDescriptor)"></p>
            </fieldset>
            <p class="aide">Pièce d’identité : la simulation se contente d’un clic.</p>
            <button id="terminer" name="action" value="finish">Terminer</button>
            <button id="verifier" class="second" name="action" value="review">Terminer, dossier à vérifier</button>
            <button id="quitter" class="second" name="action" value="leave" formnovalidate>Quitter avant la fin</button>
            </form>
            </main>
            """,
            status: complaint == nil ? 200 : 422
        )
    }
}
