import Accounting
import French
import Store
import Web

/// What stands above the list of invoices: the chips with their counts, the search, the period and the order.
struct InvoiceFilters {
    let query: InvoiceListQuery
    let counts: InvoiceCounts
    let cancelled: Int
    let today: Day

    var html: HTML {
        """
        <nav class="pills" aria-label="Factures par état"><ul>\(InvoiceListQuery.Chip.allCases.map(chip))</ul></nav>
        <form class="filters" role="search" action="/factures">
        \(query.clientID.map { "<input type=\"hidden\" name=\"client\" value=\"\($0)\">" as HTML })
        \(if: query.chip != .all, "<input type=\"hidden\" name=\"etat\" value=\"\(query.chip.rawValue)\">")
        <div class="field"><label for="q">Rechercher</label>
        <input id="q" name="q" type="search" value="\(query.search)" maxlength="\(InvoiceListQuery.searchLimit)" \
        placeholder="Numéro, client ou montant" autocomplete="off"></div>
        <div class="field"><label for="periode">Émises</label><select id="periode" name="periode">\
        <option value="">À toute date</option>\(periods)</select></div>
        <div class="field"><label for="tri">Trier par</label><select id="tri" name="tri">\(sorts)</select></div>
        <button>Filtrer</button>
        </form>
        """
    }

    private func chip(_ chip: InvoiceListQuery.Chip) -> HTML {
        """
        <li><a href="\(query.with(chip).address())"\(if: chip == query.chip, " aria-current=\"page\"")>\
        \(chip.label) <span>\(count(chip).french)</span></a></li>
        """
    }

    private func count(_ chip: InvoiceListQuery.Chip) -> Int {
        switch chip {
        case .all: counts.all
        case .drafts: counts.drafts
        case .awaited: counts.awaited
        case .overdue: counts.overdue
        case .paid: counts.paid(cancelled: cancelled)
        case .cancelled: cancelled
        }
    }

    private var periods: [HTML] {
        let offered: [(label: String, periods: [CalendarPeriod])] = [
            ("Mois", recent(.month, 12)), ("Trimestres", recent(.quarter, 5)), ("Années", recent(.year, 5)),
        ]
        let known = offered.flatMap(\.periods)
        let other = query.period.flatMap { known.contains($0) ? nil : option($0) }
        return [other].compactMap(\.self)
            + offered.map { group in "<optgroup label=\"\(group.label)\">\(group.periods.map(option))</optgroup>" }
    }

    private func recent(_ kind: CalendarPeriod.Kind, _ count: Int) -> [CalendarPeriod] {
        (0..<count).map { CalendarPeriod(kind, of: today).advanced(by: -$0) }
    }

    private func option(_ period: CalendarPeriod) -> HTML {
        "<option value=\"\(period.text)\"\(if: period == query.period, " selected")>\(period.french)</option>"
    }

    private var sorts: [HTML] {
        InvoiceListQuery.Sort.allCases.map { sort in
            "<option value=\"\(sort.rawValue)\"\(if: sort == query.sort, " selected")>\(sort.label)</option>"
        }
    }
}

extension InvoiceListQuery.Chip {
    var label: String {
        switch self {
        case .all: "Toutes"
        case .drafts: "Brouillons"
        case .awaited: "À encaisser"
        case .overdue: "En retard"
        case .paid: "Payées"
        case .cancelled: "Annulées"
        }
    }
}

extension InvoiceListQuery.Sort {
    var label: String {
        switch self {
        case .dueFirst: "Échéance la plus proche"
        case .dueLast: "Échéance la plus lointaine"
        case .newest: "Émission la plus récente"
        case .highest: "Montant le plus élevé"
        }
    }
}
