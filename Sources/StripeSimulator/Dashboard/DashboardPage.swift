import Accounting
import Web

extension Simulator {
    /// An account as its owner sees it at Stripe: its payments, with their refunds and disputes, and its payouts.
    func dashboardPage(_ id: String) -> Response {
        guard let account = state.account(id) else { return notFoundPage() }
        let payments = state.payments.filter { $0.account == id && $0.status == .succeeded }.reversed()
        let payouts = state.payouts.filter { $0.account == id }.reversed()
        let due = state.balance.filter { $0.account == id && $0.payout == nil }.reduce(0) { $0 + $1.net }
        let product = account.dashboard == .express ? "Stripe Express" : "Stripe"
        let button: HTML = "<button class=\"second\">Verser maintenant</button>"
        let manual: HTML = "<button class=\"second\">Verser à la demande du titulaire</button>"
        return page(
            "Tableau de bord",
            kind: "bord",
            """
            <main>
            <p class="vendeur">\(account.name.isEmpty ? account.id : account.name) · \(product) · \(account.words)</p>
            <h1>Tableau de bord</h1>
            <section aria-labelledby="solde"><h2 id="solde">Solde</h2>
            <p class="montant">\(euros(due))</p>
            \(if: due > 0, gesture("accounts/\(id)/payout", button, on: id))
            \(if: due > 0, gesture("accounts/\(id)/manual-payout", manual, on: id))
            </section>
            <section aria-labelledby="paiements"><h2 id="paiements">Paiements</h2>
            \(if: payments.isEmpty, "<p>Aucun paiement pour l’instant.</p>")
            \(payments.map(card))
            </section>
            <section aria-labelledby="versements"><h2 id="versements">Versements</h2>
            \(if: payouts.isEmpty, "<p>Aucun versement pour l’instant.</p>")
            \(payouts.map(card))
            </section>
            </main>
            """
        )
    }

    private func card(_ payment: PaymentRecord) -> HTML {
        let left = payment.amount - payment.refunded
        let session = state.session(payment.session)
        let net = state.line(payment.part("txn_")).map { line -> HTML in
            "Frais \(euros(line.fee)), net \(euros(line.net))"
        }
        let dispute: HTML = """
            <button class="second">Contester (comme la banque du client)</button>
            """
        return """
            <article class="carte"><h3>\(session?.title ?? payment.id) <span>\(euros(payment.amount))</span></h3>
            <p class="aide">\(Instant(seconds: payment.chargedAt).parisDay.french) · \(session?.email ?? "") · \(payment.words)</p>
            <p class="aide">\(net ?? "Frais pas encore connus")</p>
            \(if: left > 0 && !payment.isDisputed, refundForm(payment, left))
            \(if: !payment.isDisputed, gesture("payments/\(payment.id)/dispute", dispute, on: payment.account))
            \(state.refunds.filter { $0.payment == payment.id }.map(row))
            \(state.disputes.filter { $0.payment == payment.id }.map(row))
            </article>
            """
    }

    private func refundForm(_ payment: PaymentRecord, _ left: Int64) -> HTML {
        let field = "montant-" + payment.id
        return gesture(
            "payments/\(payment.id)/refund",
            """
            <label for="\(field)">Montant à rembourser, en euros</label>
            <span class="paire"><input id="\(field)" name="euros" inputmode="decimal" value="\(Cents(left).euros)">
            <button>Rembourser</button></span>
            """,
            on: payment.account
        )
    }

    private func row(_ refund: RefundRecord) -> HTML {
        let gestures: [(String, HTML)] =
            switch refund.status {
            case .pending: [("succeed", "Aboutir"), ("fail", "Échouer"), ("cancel", "Annuler")]
            case .succeeded: [("fail", "Faire revenir")]
            case .failed, .canceled: []
            }
        let words: HTML = "Remboursement de \(euros(refund.amount)) : \(refund.status.words)"
        return line(words, gestures.map { ("refunds/\(refund.id)/\($0)", $1) }, on: refund.account)
    }

    private func row(_ dispute: DisputeRecord) -> HTML {
        let gestures: [(String, HTML)] =
            dispute.isOpen
            ? (dispute.status == .unanswered ? [("review", "Répondre")] : []) + [("win", "Gagner"), ("lose", "Perdre")]
            : []
        let words: HTML = "Litige sur \(euros(dispute.amount)) : \(dispute.status.words)"
        return line(words, gestures.map { ("disputes/\(dispute.id)/\($0)", $1) }, on: dispute.account)
    }

    private func card(_ payout: PayoutRecord) -> HTML {
        let gestures: [(String, HTML)] =
            switch payout.status {
            case .pending: [("send", "Envoyer"), ("pay", "Arriver"), ("fail", "Échouer")]
            case .sent: [("pay", "Arriver"), ("fail", "Échouer")]
            case .paid: [("fail", "Faire revenir")]
            case .failed: []
            }
        let words: HTML =
            "Versement de \(euros(payout.amount)) du \(Instant(seconds: payout.created).parisDay.french) : \(payout.status.words)"
        let ways = gestures.map { ("payouts/\(payout.id)/\($0)", $1) }
        return "<article class=\"carte\">\(line(words, ways, on: payout.account))</article>"
    }

    private func line(_ words: HTML, _ gestures: [(String, HTML)], on account: String) -> HTML {
        let buttons = gestures.map { gesture($0, "<button class=\"second\">\($1)</button>", on: account) }
        return "<div class=\"suite\"><p>\(words)</p>\(buttons)</div>"
    }

    /// A form of the control page that comes back here.
    private func gesture(_ path: String, _ content: HTML, on account: String) -> HTML {
        """
        <form method="post" action="/_simulator/\(path)" autocomplete="off">
        <input type="hidden" name="back" value="/dashboard/\(account)">\(content)</form>
        """
    }
}
