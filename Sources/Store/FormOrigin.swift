public import Accounting
import MariaDB

/// What the form of a document begins with.
public enum FormOrigin: Sendable, Equatable {
    /// Nothing yet: the form makes something new, by the fingerprint of its key. Sent twice, it is one.
    case form(Fingerprint)
    /// What was saved before, whose place it takes.
    case saved(Int64)
}

extension FormOrigin {
    var key: Fingerprint? { if case .form(let key) = self { key } else { nil } }
    var replaced: Int64? { if case .saved(let id) = self { id } else { nil } }

    /// Of a row of `invoices` or `quotes`, whether it has come of this.
    fileprivate var isMine: SQL {
        switch self {
        case .form(let key): "entry_key = \(key)"
        case .saved(let id): "id = \(id)"
        }
    }
}

extension StoreReader {
    /// The invoice, whatever its state, that has come of a form, or that one was opened for.
    ///
    /// - Returns: nil when there is none, or it is another company's.
    public func invoiceID(from origin: FormOrigin, of companyID: Int64) throws -> Int64? {
        try runner.row("SELECT id FROM invoices WHERE \(origin.isMine) AND company_id = \(companyID)")
            .map { try $0["id"] }
    }

    /// The quote, whatever its state, that has come of a form, or that one was opened for.
    ///
    /// - Returns: nil when there is none, or it is another company's.
    public func quoteID(from origin: FormOrigin, of companyID: Int64) throws -> Int64? {
        try runner.row("SELECT id FROM quotes WHERE \(origin.isMine) AND company_id = \(companyID)")
            .map { try $0["id"] }
    }
}
