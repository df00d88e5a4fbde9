import Web

extension Simulator {
    /// What a person sees at `/`: everything there is, newest first, and every switch.
    func controlPage() -> Response {
        page(
            "Panneau de contrôle",
            kind: "controle",
            """
            <main>
            <h1>Stripe (simulation)</h1>
            <h2>Pannes</h2>
            \(faultsForm)
            <h2>Comptes</h2>
            <p class="aide">Le nom d’un compte mène à son tableau de bord : remboursements, litiges, versements.</p>
            \(table("Comptes connectés", ["Compte", "Nom", "État", "Gestes"], accountRows))
            <h2>Pages de paiement</h2>
            \(table("Pages de paiement", ["Session", "Objet", "Montant", "État", "Paiement", "Gestes"], sessionRows))
            <h2>Événements</h2>
            \(table("Événements et leur livraison", ["Événement", "Type", "Livraison", "Gestes"], eventRows))
            </main>
            """
        )
    }

    private var accountRows: [HTML] {
        state.accounts.reversed().map { account in
            let gestures = [
                ("enable", "Activer"), ("review", "En vérification"), ("warn", "Avertir"),
                ("refuse_document", "Refuser la pièce"), ("restrict", "Restreindre"), ("reject", "Refuser"),
                ("klarna", account.klarna ? "Retirer Klarna" : "Rendre Klarna"),
                account.stage == .revoked ? ("readmit", "Rendre l’accès") : ("revoke", "Révoquer"),
            ]
            return """
                <tr><td><a href="/dashboard/\(account.id)"><code>\(account.id)</code></a></td><td>\(account.name) \(account.email ?? "")</td>
                <td>\(account.words)</td><td>\(gestures.map { gesture("accounts/\(account.id)/\($0)", $1) })</td></tr>
                """
        }
    }

    private var sessionRows: [HTML] {
        state.sessions.suffix(100).reversed().map { session in
            let payment = session.payment.flatMap { state.payment($0) }
            return """
                <tr><td><a href="/c/pay/\(session.id)"><code>\(String(session.id.prefix(16)))…</code></a></td>
                <td>\(session.title)</td><td>\(euros(session.amount))</td><td>\(session.status.words)</td>
                <td>\(payment?.words ?? "aucun")</td>
                <td>\(if: session.status == .open, gesture("sessions/\(session.id)/expire", "Expirer"))
                \(payment.map { paymentGestures($0) } ?? [])</td></tr>
                """
        }
    }

    private func paymentGestures(_ payment: PaymentRecord) -> [HTML] {
        let gestures: [(String, String)] =
            switch payment.status {
            case .processing: [("succeed", "Encaisser"), ("fail", "Échouer")]
            case .succeeded:
                [("refund", "Rembourser"), ("dispute", "Contester")]
                    + (state.line(payment.part("txn_")) == nil ? [("balance", "Inscrire au solde")] : [])
            default: []
            }
        return gestures.map { gesture("payments/\(payment.id)/\($0)", $1) }
    }

    private var eventRows: [HTML] {
        let outcomes = Dictionary(grouping: outcomes(), by: \.event)
        return state.events.suffix(200).reversed().map { event in
            """
            <tr><td><code>\(String(event.id.prefix(12)))…</code></td><td>\(event.type)</td>
            <td>\(words(for: outcomes[event.id] ?? []))</td>
            <td>\(gesture("events/\(event.id)/resend", "Renvoyer"))</td></tr>
            """
        }
    }

    private func words(for outcomes: [DeliveryOutcome]) -> String {
        let words = outcomes.map { $0.status.map(String.init) ?? "sans réponse" }
        return words.isEmpty ? "pas encore" : words.joined(separator: ", ")
    }

    private func gesture(_ path: String, _ words: String) -> HTML {
        "<form method=\"post\" action=\"/_simulator/\(path)\"><button class=\"second\">\(words)</button></form>"
    }

    private func table(_ caption: String, _ heads: [String], _ rows: [HTML]) -> HTML {
        let heads = heads.map { head -> HTML in "<th scope=\"col\">\(head)</th>" }
        return """
            <div class="defile"><table><caption class="discret">\(caption)</caption>
            <thead><tr>\(heads)</tr></thead><tbody>\(rows)</tbody></table></div>
            """
    }
}
