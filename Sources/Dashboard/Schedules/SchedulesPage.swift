import Accounting
import French
import Invoicing
import Store
import Web

extension Dashboard {
    func schedules(_ desk: Desk, _ visit: Visit) throws -> Response {
        let before = visit.request.query["avant"].flatMap(Route.id)
        let found = try reader.schedules(of: desk.companyID, before: before, limit: 51)
        let undecided = try reader.schedulesWithoutRate(of: desk.companyID)
        let rows: [HTML] = found.prefix(50).map { schedule in
            """
            <tr><th scope="row"><a href="/recurrentes/\(schedule.id)">\(schedule.clientName)</a></th>
            <td data-label="Rythme">\(schedule.rhythm.french)</td>\
            <td data-label="Prochaine">\(schedule.state == .active ? schedule.nextOn?.frenchShort ?? "–" : "–")</td>
            <td class="amount" data-label="Montant">\(schedule.total.french)</td>\
            <td class="status" data-label="Statut">\(statusChip(schedule.state.forSeller))\
            \(if: undecided.contains(schedule.id), " <span class=\"hint\">Taux de TVA à choisir</span>")</td></tr>
            """
        }
        let empty: HTML = """
            <div class="empty"><p>Vous n’avez pas encore de facture récurrente.</p>
            <p>Un abonnement, une maintenance, un loyer\u{A0}: NeedMe prépare ou envoie la facture à votre place.</p>
            <p><a href="/recurrentes/nouvelle">Créer une facture récurrente</a></p></div>
            """
        let table: HTML = """
            <div class="scroll"><table class="list"><caption>Vos factures récurrentes, la plus récente d’abord</caption>
            <thead><tr><th scope="col">Client</th><th scope="col">Rythme</th><th scope="col">Prochaine</th>\
            <th scope="col" class="amount">Montant</th><th scope="col">Statut</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
        let body: HTML = """
            <div class="head"><h1>Factures récurrentes</h1><a class="button" href="/recurrentes/nouvelle">Nouvelle récurrente</a></div>
            \(found.isEmpty ? empty : table)
            \(if: found.count > 50, "<p><a class=\"button quiet\" href=\"/recurrentes?avant=\(found[49].id)\">Plus anciennes</a></p>")
            """
        return layout("Factures récurrentes", desk, at: .schedules).response(body)
    }
}
