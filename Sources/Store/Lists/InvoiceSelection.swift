public import Accounting
import MariaDB

/// Which of a company's invoices are listed, and in which order.
public struct InvoiceSelection: Sendable, Equatable {
    /// Where invoices stand, as the freelancer looks for them.
    public enum Folder: Sendable, Equatable {
        /// « Toutes ».
        case all
        /// « Brouillons ».
        case drafts
        /// « À encaisser », those that are late included.
        case awaited
        /// « En retard » on a day.
        case overdue(on: Day)
        /// « Payées ».
        case paid
        /// « Annulées ».
        case cancelled
    }

    /// What comes first.
    public enum Order: Sendable, CaseIterable {
        /// What is due first.
        case dueFirst
        /// What is due last; drafts come before.
        case dueLast
        /// What was issued last; drafts come before.
        case newest
        /// The highest amount.
        case highest
    }

    /// Where they stand.
    public var folder: Folder
    /// The days on which they were issued; nil for all.
    public var period: ClosedRange<Day>?
    /// A number, an amount or a part of a client's name, whose invoices come newest first; nil for all.
    public var search: String?
    /// The client whose invoices they are, newest first; nil for all.
    public var clientID: Int64?
    /// What comes first, unless something is searched for or a client was chosen.
    public var order: Order

    /// A selection; all invoices unless told.
    public init(
        _ folder: Folder = .all,
        issuedIn period: ClosedRange<Day>? = nil,
        search: String? = nil,
        ofClient clientID: Int64? = nil,
        by order: Order = .dueLast
    ) {
        self.folder = folder
        self.period = period
        self.search = search
        self.clientID = clientID
        self.order = order
    }
}

extension InvoiceSelection {
    /// True when what is listed is found first and comes newest first, whatever the order.
    var isFound: Bool { search != nil || clientID != nil }
}

extension InvoiceSelection.Folder {
    /// The folders of the table that it is made of: each is read in an index's own order.
    var parts: [SQL] {
        switch self {
        case .all: ["'drafts'", "'awaited'", "'paid'", "'cancelled'"]
        case .drafts: ["'drafts'"]
        case .awaited, .overdue: ["'awaited'"]
        case .paid: ["'paid'"]
        case .cancelled: ["'cancelled'"]
        }
    }

    /// What is asked of its rows beside their folder.
    var condition: SQL {
        guard case .overdue(let today) = self else { return "" }
        return " AND i.state = 'open' AND i.due_key < \(today)"
    }
}
