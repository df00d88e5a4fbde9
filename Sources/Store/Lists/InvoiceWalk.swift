import Accounting
import Invoicing
import MariaDB

/// How a list of invoices is walked through: by which column, in which direction, through which indexes.
struct InvoiceWalk {
    /// What the list is sorted by; rows of the same key follow each other by id.
    enum Key {
        case due
        case issue
        case amount
        case id
    }

    let selection: InvoiceSelection
    let key: Key
    private let isAscending: Bool

    init(_ selection: InvoiceSelection) {
        self.selection = selection
        isAscending = !selection.isFound && selection.order == .dueFirst
        switch selection.order {
        case _ where selection.isFound: key = .id
        case .dueFirst, .dueLast: key = .due
        case .newest: key = .issue
        case .highest: key = .amount
        }
    }

    var column: SQL {
        switch key {
        case .due: "i.due_key"
        case .issue: "i.issue_key"
        case .amount: "i.total_cents"
        case .id: "i.id"
        }
    }

    /// The table with the index that has the list's order.
    ///
    /// The highest amounts of a period are either met soon in the order of amounts or, when the period is short against all
    /// the years, picked out of its days: the database knows which is less.
    var table: SQL {
        switch key {
        case .due: "invoices i FORCE INDEX (invoices_by_due_day)"
        case .issue: "invoices i FORCE INDEX (invoices_by_day)"
        case .amount where selection.period != nil: "invoices i USE INDEX (invoices_by_amount, invoices_by_day)"
        case .amount: "invoices i FORCE INDEX (invoices_by_amount)"
        case .id: "invoices i"
        }
    }

    /// The key of a row that was read.
    func key(_ row: Row) throws -> Int64 {
        switch key {
        case .due, .issue: (try row["place"] as Day).number
        case .amount, .id: try row["place"]
        }
    }

    /// The rows on one side of a place, such that an index finds them.
    func beyond(_ place: ListPlace?) -> SQL {
        guard let place else { return "" }
        let sign: SQL = readsUpwards(place) ? ">" : "<"
        let value: SQL =
            switch key {
            case .due, .issue: "\(Day(number: place.key))"
            case .amount, .id: "\(place.key)"
            }
        return " AND (\(column) \(sign) \(value) OR \(column) = \(value) AND i.id \(sign) \(place.id))"
    }

    /// The rows issued in the period; whoever is sorted by the last day to pay is found by it as well.
    var during: SQL {
        guard let period = selection.period else { return "" }
        let issued: SQL = " AND i.issue_key BETWEEN \(period.lowerBound) AND \(period.upperBound)"
        guard key == .due else { return issued }
        let end = period.upperBound.adding(days: Draft.paymentTermRange.upperBound)
        return "\(issued) AND i.due_key BETWEEN \(period.lowerBound) AND \(end)"
    }

    /// The order in which rows are read.
    func order(_ place: ListPlace?) -> SQL {
        readsUpwards(place) ? "ORDER BY place, id" : "ORDER BY place DESC, id DESC"
    }

    /// True when rows are read from the smallest key on.
    private func readsUpwards(_ place: ListPlace?) -> Bool { isAscending != (place?.side == .before) }
}
