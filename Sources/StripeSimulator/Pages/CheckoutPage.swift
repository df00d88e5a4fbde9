import Web

extension Simulator {
    /// The payment page, as it is now.
    func showCheckout(_ id: String) -> Response {
        guard let session = state.session(id) else { return notFoundPage() }
        switch session.status {
        case .open: return checkoutPage(session)
        case .complete: return completePage(session)
        case .expired: return expiredPage(session)
        }
    }

    /// The payment page, with what was typed and what must be corrected.
    func checkoutPage(
        _ session: SessionRecord,
        typed: CardForm? = nil,
        complaint: String? = nil,
        status: Int = 200
    ) -> Response {
        page(
            "Payer \(session.title)",
            kind: "paiement",
            """
            <div class="colonnes">
            \(summary(session))
            <main>
            \(alert(complaint))
            \(form(session, typed))
            \(testCards)
            </main>
            </div>
            """,
            status: status
        )
    }

    /// Who is paid, how much, and for what.
    private func summary(_ session: SessionRecord) -> HTML {
        let back: HTML? = session.cancelURL.map {
            "<p class=\"retour\"><a id=\"retour\" href=\"\($0)\"><span aria-hidden=\"true\">←</span> Retour</a></p>"
        }
        return """
            <header class="resume">
            \(back)
            <p class="vendeur">Payer \(sellerName(session))</p>
            <h1 class="montant" id="montant">\(euros(session.amount))</h1>
            <dl><div><dt>\(session.title)</dt><dd>\(euros(session.amount))</dd></div>
            <div class="total"><dt>Total dû</dt><dd>\(euros(session.amount))</dd></div></dl>
            </header>
            """
    }

    private func form(_ session: SessionRecord, _ typed: CardForm?) -> HTML {
        let email = typed?.email ?? session.email ?? session.customerEmail ?? ""
        let klarna: HTML = """
            <p class="ou">ou</p>
            <button class="klarna" id="klarna" name="action" value="klarna" formnovalidate>Payer avec Klarna</button>
            """
        return """
            <form method="post" action="/c/pay/\(session.id)" autocomplete="off">
            <h2>Coordonnées</h2>
            <p><label for="email">Adresse e-mail</label>
            <input id="email" name="email" type="email" required value="\(email)"></p>
            <h2>Carte bancaire</h2>
            <p><label for="cardNumber">Numéro de carte</label>
            <input id="cardNumber" name="cardNumber" inputmode="numeric" required placeholder="1234 1234 1234 1234"></p>
            <div class="paire">
            <p><label for="cardExpiry">Date d’expiration</label>
            <input id="cardExpiry" name="cardExpiry" required placeholder="MM / AA"></p>
            <p><label for="cardCvc">Cryptogramme</label>
            <input id="cardCvc" name="cardCvc" inputmode="numeric" required placeholder="CVC"></p>
            </div>
            <p><label for="billingName">Titulaire de la carte</label>
            <input id="billingName" name="billingName" value="\(typed?.holder ?? "")"></p>
            <button id="payer" name="action" value="card">Payer \(euros(session.amount))</button>
            \(if: session.methods.contains("klarna"), klarna)
            </form>
            """
    }

    private var testCards: HTML {
        let rows = TestCard.table.map { line -> HTML in
            "<tr><td><code>\(grouped(line.digits))</code></td><td>\(line.effect)</td></tr>"
        }
        return """
            <details class="aide" open>
            <summary>Cartes de test</summary>
            <p>N’importe quelle date à venir et n’importe quel cryptogramme conviennent.</p>
            <table><caption class="discret">Numéros des cartes de test et leur effet</caption>
            <thead><tr><th scope="col">Numéro</th><th scope="col">Effet</th></tr></thead>
            <tbody>\(rows)</tbody></table>
            </details>
            """
    }

    private func grouped(_ digits: String) -> String {
        digits.enumerated().map { $0 > 0 && $0 % 4 == 0 ? " \($1)" : "\($1)" }.joined()
    }
}
