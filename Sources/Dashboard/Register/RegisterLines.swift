import Accounting
import French
import Store
import Web

extension Dashboard {
    private static var linesOnAPage: Int { 50 }

    /// The lines of a period, day by day, with what they add up to.
    func registerLines(_ desk: Desk, _ view: RegisterView, _ total: RegisterTotal) throws -> HTML {
        let selection = view.selection(desk)
        let found = try reader.registerRows(selection, after: view.place, limit: Self.linesOnAPage + 1)
        let rows = found.prefix(Self.linesOnAPage)
        let before = try view.place.map { try reader.registerSum(selection, upTo: $0) } ?? .zero
        return """
            <section aria-labelledby="lignes"><h2 id="lignes">Lignes\u{A0}: \(view.period.french)</h2>
            \(registerFilter(view))
            \(if: total.shares.disbursed != .zero, "<p class=\"hint\">\(Self.aboutDisbursements)</p>")
            \(rows.isEmpty ? "<p>Aucun encaissement sur cette période.</p>" : table(Array(rows), before))
            \(if: view.place != nil, "<a href=\"\(view.first.address())\">Premières lignes</a>")
            \(if: found.count > rows.count, next(view, rows.last))
            \(registerFileLinks(view, total))</section>
            """
    }

    private static var aboutDisbursements: String {
        """
        Les débours, remboursés au centime près, ne sont pas du chiffre d’affaires\u{A0}: ils figurent au registre à part, et ne \
        comptent ni dans les montants à déclarer ni dans les seuils.
        """
    }

    private func registerFilter(_ view: RegisterView) -> HTML? {
        view.activity.map { activity in
            """
            <p>Seulement\u{A0}: <strong>\(activity.french)</strong>. \
            <a href="\(RegisterView(period: view.period).address())">Toutes les catégories</a></p>
            """
        }
    }

    private func next(_ view: RegisterView, _ last: RegisterRow?) -> HTML {
        let place = last.map {
            RegisterSelection.Place(day: $0.line.entry.receivedOn, sequence: $0.line.sequence)
        }
        let following = RegisterView(period: view.period, activity: view.activity, place: place)
        return "<a class=\"older\" href=\"\(following.address())\">Lignes suivantes</a>"
    }

    private func table(_ rows: [RegisterRow], _ before: Cents) -> HTML {
        var sum = before
        let lines: [HTML] = rows.map { row in
            sum += row.line.entry.amount
            return line(row, sum)
        }
        return """
            <div class="scroll" role="region" aria-label="Registre" tabindex="0"><table class="list register">
            <caption>Encaissements jour par jour\u{A0}; aucune ligne ne peut être modifiée ni supprimée</caption>
            <thead><tr><th scope="col">N° d’ordre</th><th scope="col">Encaissé le</th><th scope="col">Pièce</th>\
            <th scope="col">Client et nature</th><th scope="col">Catégorie</th><th scope="col">Mode et référence</th>\
            <th scope="col" class="amount">Montant</th><th scope="col" class="amount">Cumul</th></tr></thead>
            <tbody>\(lines)</tbody></table></div>
            """
    }

    private func document(_ row: RegisterRow) -> HTML {
        let name = row.line.entry.document
        return row.invoiceID.map { "<a href=\"/factures/\($0)\">\(name)</a>" } ?? "\(name)"
    }

    private func line(_ row: RegisterRow, _ sum: Cents) -> HTML {
        let entry = row.line.entry
        return """
            <tr><th scope="row" data-label="N° d’ordre">\(row.line.sequence)</th>\
            <td data-label="Encaissé le">\(entry.receivedOn.frenchShort)</td>
            <td class="number" data-label="Pièce">\(document(row))</td>\
            <td class="words" data-label="Client et nature"><span>\(entry.client)<br><span class="hint">\
            \(if: entry.amount < .zero, "Contre-écriture. ")\(entry.nature)</span></span></td>
            <td data-label="Catégorie">\(entry.activity.french)</td>\
            <td data-label="Mode et référence"><span>\(entry.means.rawValue)<br>\
            <span class="reference" title="Empreinte \(row.line.fingerprint.hexadecimal)">\(entry.reference)</span></span></td>
            <td class="amount" data-label="Montant"><span>\(entry.amount.french)\
            \(if: row.shares.tax != .zero, "<br><span class=\"hint\">\(row.shares.net.french) HT</span>")\
            \(if: row.shares.disbursed != .zero, "<br><span class=\"hint\">dont débours \(row.shares.disbursed.french)</span>")</span></td>\
            <td class="amount" data-label="Cumul">\(sum.french)</td></tr>
            """
    }
}

extension RegisterView {
    /// The same, from the first line on.
    fileprivate var first: RegisterView { RegisterView(period: period, activity: activity) }
}
