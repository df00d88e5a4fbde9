import Accounting
import French
import Operations
import Store
import Web

extension Dashboard {
    func discrepancies(_ desk: Desk) throws -> Response {
        let matters = try OpenMatters(of: desk.companyID, reader)
        let standing = matters.discrepancies.filter(\.isStanding)
        let resolved = matters.discrepancies.filter { !$0.isStanding }
        let content: HTML = """
            <p class="intro">NeedMe compare chaque heure ses comptes avec ceux de Stripe. Ce qu’ils ne disent pas de la même façon \
            s’affiche ici.</p>
            \(standing.isEmpty ? noDiscrepancy : "<div class=\"cases\">\(standing.map { item($0, desk) })</div>")
            \(if: !resolved.isEmpty, table(resolved.map(row)))
            """
        return paymentsPage(.discrepancies, desk, matters, content)
    }

    func dismissDiscrepancy(_ desk: Desk, _ id: Int64) throws -> Response {
        try DismissDiscrepancy(companyID: desk.companyID, discrepancyID: id).run(in: office)
        return .done(.discrepancyDismissed, at: "/paiements/ecarts")
    }

    private var noDiscrepancy: HTML {
        "<div class=\"empty\"><p>Tout ce que Stripe dit payé est ici, et inversement.</p></div>"
    }

    private func item(_ discrepancy: Discrepancy, _ desk: Desk) -> HTML {
        let number = discrepancy.number.map { "<span class=\"number\">\($0)</span>" as HTML }
        return """
            <article class="case" aria-labelledby="ecart-\(discrepancy.id)">
            <div>
            \(statusChip(StatusWord(word: "Écart", sign: "≠", tone: "to-check")))
            <h2 id="ecart-\(discrepancy.id)">\(discrepancy.amount.french)\(number.map { ", facture " + $0 })</h2>
            <p>\(discrepancy.kind.french)</p>
            <dl class="facts">
            <dt>Constaté le</dt><dd>\(ParisTime(discrepancy.noticedAt).french)</dd>
            <dt>Facture</dt><dd>\(invoice(discrepancy))</dd>
            <dt>Page de paiement</dt><dd class="code">\(discrepancy.session)</dd>
            </dl>
            </div>
            <div class="choices"><div>
            <form method="post" action="/stripe/ecarts/\(discrepancy.id)">\(formToken(desk.member))
            <button class="button">Rejouer</button></form>
            <p class="hint">Stripe est interrogé de nouveau, et sa réponse appliquée. Rien n’est jamais compté deux fois.</p>
            </div>
            <div><form method="post" action="/paiements/ecarts/\(discrepancy.id)/classer">\(formToken(desk.member))
            <button>Classer</button></form>
            <p class="hint">Si vous avez vérifié vous-même chez Stripe. Vos livres ne changent pas.</p></div></div>
            </article>
            """
    }

    private func invoice(_ discrepancy: Discrepancy) -> HTML {
        guard let id = discrepancy.invoiceID, let number = discrepancy.number else { return "inconnue" }
        return "<a href=\"/factures/\(id)\" class=\"number\">\(number)</a>"
    }

    private func table(_ rows: [HTML]) -> HTML {
        """
        <h2>Déjà traités</h2>
        <div class="scroll"><table class="list"><caption>Écarts résolus ou classés, le plus récent d’abord</caption>
        <thead><tr><th scope="col">État</th><th scope="col">Ce qui n’allait pas</th><th scope="col">Constaté le</th>\
        <th scope="col">Traité le</th><th scope="col">Facture</th><th scope="col" class="amount">Montant</th></tr></thead>
        <tbody>\(rows)</tbody></table></div>
        """
    }

    private func row(_ discrepancy: Discrepancy) -> HTML {
        """
        <tr><th scope="row" class="decision">\(statusChip(discrepancy.status))</th>
        <td>\(discrepancy.kind.french)</td>
        <td data-label="Constaté le">\(ParisTime(discrepancy.noticedAt).french)</td>\
        <td data-label="Traité le">\((discrepancy.resolvedAt ?? discrepancy.dismissedAt).map { ParisTime($0).french } ?? "–")</td>
        <td class="number" data-label="Facture">\(invoice(discrepancy))</td>\
        <td class="amount" data-label="Montant">\(discrepancy.amount.french)</td></tr>
        """
    }
}

extension Discrepancy {
    fileprivate var status: StatusWord {
        resolvedAt != nil
            ? StatusWord(word: "Résolu", sign: "✓", tone: "paid")
            : StatusWord(word: "Classé", sign: "–", tone: "cancelled")
    }
}

extension Discrepancy.Kind {
    fileprivate var french: String {
        switch self {
        case .unrecorded: "Stripe a encaissé ce paiement, et NeedMe n’en avait pas gardé trace."
        case .unconfirmed: "NeedMe a inscrit ce paiement, et Stripe, interrogé de nouveau, ne l’a pas confirmé."
        case .lostSight:
            "Un paiement différé a commencé, et Stripe n’a pas dit depuis deux semaines comment il s’est terminé."
        }
    }
}
