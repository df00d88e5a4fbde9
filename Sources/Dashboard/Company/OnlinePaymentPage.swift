import Accounting
import French
import Operations
import Store
import Web

extension Dashboard {
    func onlinePayment(_ desk: Desk, _ visit: Visit) throws -> Response {
        let account = try reader.connectedAccount(of: desk.companyID)
        let body: HTML = """
            \(CompanyTab.onlinePayment.heading)
            \(returnNotice(visit.request.query["stripe"]))
            <section class="sheet">
            \(try account.map { try connected($0, desk) } ?? presentation(desk))
            </section>
            """
        return layout("Paiement en ligne", desk).response(body)
    }

    /// What came of going to Stripe with an account that exists already.
    private func returnNotice(_ word: String?) -> HTML? {
        switch word {
        case "refus":
            "<p class=\"notice\" role=\"status\">Vous n’avez pas autorisé la connexion chez Stripe. Rien n’a changé.</p>"
        case "pris":
            """
            <p class="alert" role="alert">Ce compte Stripe n’a pas pu être relié\u{A0}: il l’est déjà à une autre entreprise, ou \
            la vôtre est déjà reliée à un autre compte.</p>
            """
        case "perdu":
            """
            <p class="alert" role="alert">Stripe ne donne plus accès à ce compte\u{A0}: il n’a pas pu être relié de nouveau. Vous \
            pouvez activer le paiement en ligne avec un autre compte.</p>
            """
        default: nil
        }
    }

    /// The words of the presentation are those users were promised.
    private func presentation(_ desk: Desk) throws -> HTML {
        let former = try reader.formerAccounts(of: desk.companyID).first
        return """
            \(former.map { formerAccount($0, desk) })
            <p class="lead">Activez le paiement en ligne et offrez à vos clients la possibilité de régler leurs factures par \
            carte bancaire en toute sécurité.</p>
            <p>Aucun frais d’installation, aucun abonnement ni coût caché.<br>
            Seule une commission de 1,7% + 0,25\u{A0}€ par transaction est appliquée.</p>
            <form method="post" action="/stripe/connexion">\(formToken(desk.member))
            <button class="button">Activer le paiement en ligne</button></form>
            <p class="hint">Stripe vous demandera votre identité, votre activité et votre IBAN, puis vous ramènera ici.</p>
            \(if: connectsExistingAccounts, existingAccount(desk))
            """
    }

    /// Who pays Stripe on such an account is said before it is connected.
    private func existingAccount(_ desk: Desk) -> HTML {
        """
        <section class="also"><h2>Vous utilisez déjà Stripe\u{A0}?</h2>
        <p>Vous pouvez relier votre compte. Stripe continue alors de vous facturer ses frais, et NeedMe ajoute 0,2\u{A0}%\u{A0}: \
        soit 1,7\u{A0}% + 0,25\u{A0}€ pour une carte européenne courante, davantage si Stripe facture davantage.</p>
        <form method="post" action="/stripe/oauth">\(formToken(desk.member))
        <button>J’ai déjà un compte Stripe</button></form></section>
        """
    }

    private func formerAccount(_ account: StripeAccount, _ desk: Desk) -> HTML {
        """
        <div class="notice" role="status"><p>Le compte Stripe <span class="code">\(account.account)</span> n’est plus relié à NeedMe\
        \(account.disconnectedBy == .stripe ? "\u{A0}: la connexion a été retirée chez Stripe" : ""). Vos factures, vos \
        encaissements et leur historique sont conservés.</p>
        \(if: account.canBeReconnected, """
            <form method="post" action="/stripe/connexion">\(formToken(desk.member))
            <input type="hidden" name="compte" value="\(account.id)"><button>Reconnecter ce compte</button></form>
            """)</div>
        """
    }

    private func connected(_ account: StripeAccount, _ desk: Desk) throws -> HTML {
        let words = account.state.words
        let payout = try reader.payouts(of: desk.companyID).last { $0.state == .pending || $0.state == .inTransit }
        return """
            <p class="state \(account.state.rawValue)"><span aria-hidden="true">\(words.sign)</span> <strong>\(words.state)</strong></p>
            <p>\(words.sentence)</p>
            \(wanted(account))
            \(if: words.canResume, """
                <form method="post" action="\(account.origin.whereToResume)">\(formToken(desk.member))
                <button class="button">Reprendre</button></form>
                """)
            <dl class="facts">
            <dt>Compte Stripe</dt><dd class="code">\(account.account)</dd>
            \(account.reading.statementPrefix.map { "<dt>Libellé court sur relevé</dt><dd class=\"code\">\($0)</dd>" as HTML })
            <dt>Prochain versement</dt><dd>\(payout.map { "\($0.amount.french), prévu le \($0.arrivesOn.frenchLong)" } ?? "aucun n’est prévu")</dd>
            <dt>Commission</dt><dd>\(account.origin.price)</dd>
            </dl>
            <div class="actions">
            \(if: account.state != .toFinish, """
                <form method="post" action="/stripe/tableau-de-bord">\(formToken(desk.member))<button>Ouvrir Stripe</button></form>
                """)
            <a href="/paiements/journal">Journal Stripe</a>
            <a href="/entreprise/paiement-en-ligne/deconnecter">Déconnecter Stripe</a>
            </div>
            """
    }

    private func wanted(_ account: StripeAccount) -> HTML? {
        let wanted = RequirementWords.french(account.reading.wanted).map { "<li>\($0)</li>" as HTML }
        guard !wanted.isEmpty else { return nil }
        let deadline: HTML? = account.reading.deadline.map { deadline in
            """
            <p><strong>À fournir avant le \(deadline.parisDay.frenchLong)</strong>\u{A0}: passé ce jour, Stripe suspendra vos \
            paiements en ligne.</p>
            """
        }
        return """
            <div class="\(account.state.takesPayments ? "notice warning" : "notice")">
            <p>Stripe attend\u{A0}:</p><ul>\(wanted)</ul>\(deadline)</div>
            """
    }
}

extension StripeAccount.Origin {
    /// Stripe's form is for accounts that we created; who had theirs before goes to their own pages at Stripe.
    fileprivate var whereToResume: String {
        switch self {
        case .created: "/stripe/connexion"
        case .existing: "/stripe/tableau-de-bord"
        }
    }

    fileprivate var price: String {
        switch self {
        case .created:
            "1,7\u{A0}% + 0,25\u{A0}€ par paiement en ligne, jamais sur un virement, un chèque ou des espèces"
        case .existing: "0,2\u{A0}% par paiement en ligne, en plus des frais que Stripe vous facture"
        }
    }
}
