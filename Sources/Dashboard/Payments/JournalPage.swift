import Accounting
import French
import Store
import Web

extension Dashboard {
    func journal(_ desk: Desk, _ visit: Visit) throws -> Response {
        let last = visit.request.query["avant"].flatMap(Route.id)
        let found = try reader.events(of: desk.companyID, before: last, limit: eventsOnAPage + 1)
        let events = found.prefix(eventsOnAPage)
        let content: HTML = """
            <p class="intro">Tout ce que Stripe a annoncé de vos comptes, et ce que NeedMe en a fait. Seules les annonces dont la \
            signature prouve qu’elles viennent de Stripe sont gardées\u{A0}; les autres sont refusées.</p>
            \(events.isEmpty ? noEvent : table(events.map(row)))
            \(if: last != nil, "<a href=\"/paiements/journal\">Plus récents</a>")
            \(if: found.count > events.count, older(than: events.last?.id))
            """
        return paymentsPage(.journal, desk, try OpenMatters(of: desk.companyID, reader), content)
    }

    private var eventsOnAPage: Int { 50 }

    private func older(than last: Int64?) -> HTML {
        "<a class=\"older\" href=\"/paiements/journal?avant=\(last ?? 0)\">Plus anciens</a>"
    }

    private var noEvent: HTML {
        """
        <div class="empty"><p>Stripe n’a encore rien annoncé.</p>
        <p>Chaque paiement, remboursement ou versement laissera ici sa trace.</p>
        <p><a href="\(CompanyTab.onlinePayment.path)">Voir où en est le paiement en ligne</a></p></div>
        """
    }

    private func table(_ rows: [HTML]) -> HTML {
        """
        <div class="scroll"><table class="list"><caption>Annonces de Stripe, la plus récente d’abord</caption>
        <thead><tr><th scope="col">Ce qui s’est passé</th><th scope="col">Quand</th><th scope="col">Facture</th>\
        <th scope="col">Effet</th><th scope="col">Origine</th></tr></thead>
        <tbody>\(rows)</tbody></table></div>
        """
    }

    private func row(_ event: StripeEventRecord) -> HTML {
        """
        <tr><th scope="row">\(event.words)<br><span class="hint code">\(event.type)</span></th>
        <td data-label="Quand">\(ParisTime(event.createdAt).french)</td>\
        <td class="number" data-label="Facture">\(invoice(event))</td>
        <td data-label="Effet"><span>\(statusSign(event.outcome)) \(event.outcome.french)</span></td>\
        <td data-label="Origine"><span><span aria-hidden="true">✓</span> Signature vérifiée</span></td></tr>
        """
    }

    private func statusSign(_ outcome: EventOutcome) -> HTML {
        "<span aria-hidden=\"true\">\(outcome.sign)</span>"
    }

    private func invoice(_ event: StripeEventRecord) -> HTML? {
        guard let id = event.invoiceID, let number = event.number else { return nil }
        return "<a href=\"/factures/\(id)\">\(number)</a>"
    }
}
