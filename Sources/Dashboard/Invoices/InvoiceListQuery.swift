import Accounting
import Store
import Web

/// What the list of invoices is asked for, as it stands in the address.
struct InvoiceListQuery: Equatable {
    /// The chips, in their order.
    enum Chip: String, CaseIterable {
        case all = ""
        case drafts = "brouillons"
        case awaited = "a-encaisser"
        case overdue = "en-retard"
        case paid = "payees"
        case cancelled = "annulees"
    }

    /// What can be sorted by.
    enum Sort: String, CaseIterable {
        case dueFirst = "echeance"
        case dueLast = "echeance-lointaine"
        case newest = "emission"
        case highest = "montant"
    }

    var chip = Chip.all
    var search = ""
    var period: CalendarPeriod?
    /// The client whose invoices are shown; nil for all.
    var clientID: Int64?
    /// What was chosen to sort by; nil when nothing was.
    var chosenSort: Sort?

    /// The longest text that is searched for.
    static let searchLimit = 100

    init() {}

    /// Reads an address; what it does not understand is as if it were not there.
    init(_ query: Form) {
        chip = query["etat"].flatMap(Chip.init) ?? .all
        search = String((query["q"] ?? "").trimmed.prefix(Self.searchLimit))
        period = query["periode"].flatMap(CalendarPeriod.init)
        clientID = query["client"].flatMap(Route.id)
        chosenSort = query["tri"].flatMap(Sort.init)
    }

    /// What it is sorted by: what is awaited, by urgency.
    var sort: Sort { chosenSort ?? (chip == .awaited || chip == .overdue ? .dueFirst : .dueLast) }

    /// True when the freelancer looks for some invoices among those of a chip.
    var isNarrowed: Bool { !search.isEmpty || period != nil || clientID != nil }

    func selection(on today: Day) -> InvoiceSelection {
        let folder: InvoiceSelection.Folder =
            switch chip {
            case .all: .all
            case .drafts: .drafts
            case .awaited: .awaited
            case .overdue: .overdue(on: today)
            case .paid: .paid
            case .cancelled: .cancelled
            }
        let order: InvoiceSelection.Order =
            switch sort {
            case .dueFirst: .dueFirst
            case .dueLast: .dueLast
            case .newest: .newest
            case .highest: .highest
            }
        return InvoiceSelection(
            folder,
            issuedIn: period?.days,
            search: search.isEmpty ? nil : search,
            ofClient: clientID,
            by: order
        )
    }

    /// The address of the list, or of another page of the same selection, at a place.
    func address(_ path: String = "/factures", at place: ListPlace? = nil) -> String {
        let fields = [
            ("etat", chip.rawValue), ("q", search), ("periode", period?.text ?? ""),
            ("client", clientID.map(String.init) ?? ""),
            ("tri", chosenSort?.rawValue ?? ""),
        ].filter { !$0.1.isEmpty }.map { Form.Field($0.0, $0.1) }
        let form = Form(fields + [place?.field].compactMap(\.self))
        return form.fields.isEmpty ? path : path + "?" + form.encoded
    }

    /// The same list with other chips.
    func with(_ chip: Chip) -> InvoiceListQuery {
        var query = self
        query.chip = chip
        return query
    }
}
