import MariaDB

/// How a company's rows are walked through: a few at a time, in the order of a key, so that no step needs much memory.
struct CompanyWalk: Sendable {
    /// What is walked through, as `p`.
    let table: SQL
    /// Which rows of it are a company's.
    let whose: @Sendable (Int64) -> SQL
    /// By what.
    let key: SQL
    /// How many at a time.
    let pace: Int

    init(
        _ table: SQL,
        by key: SQL = "p.id",
        pace: Int = 500,
        whose: @escaping @Sendable (Int64) -> SQL = { "p.company_id = \($0)" }
    ) {
        self.table = "\(table) p"
        self.whose = whose
        self.key = key
        self.pace = pace
    }

    /// The company itself, in one step.
    static let company = CompanyWalk("companies") { "p.id = \($0)" }
    /// Documents with what is in them: whoever writes much into one has few of them in hand at a time.
    static let invoices = CompanyWalk("invoices", pace: 20)
    static let creditNotes = CompanyWalk("credit_notes", pace: 20)
    static let quotes = CompanyWalk("quotes", pace: 20)
    static let schedules = CompanyWalk("schedules", pace: 20)
    static let payouts = CompanyWalk("payouts", pace: 20)
    static let events = CompanyWalk("stripe_events") {
        "p.account IN (SELECT account FROM stripe_accounts WHERE company_id = \($0))"
    }
}

/// One step of a walk: the keys that it takes.
public struct CompanyStep: Sendable, Equatable {
    /// The last key of the step before; 0 before the first.
    let after: Int64
    /// Its own last key.
    let last: Int64
}

extension StoreReader {
    /// The step of a walk that follows another; nil after the last.
    func step(_ walk: CompanyWalk, of companyID: Int64, after previous: CompanyStep?) throws -> CompanyStep? {
        let after = previous?.last ?? 0
        let row = try runner.row(
            """
            SELECT MAX(k.place) AS place FROM (SELECT \(walk.key) AS place FROM \(walk.table)
                WHERE \(walk.whose(companyID)) AND \(walk.key) > \(after) ORDER BY place LIMIT \(walk.pace)) k
            """
        )
        let last: Int64? = try row.flatMap { try $0["place"] }
        return last.map { CompanyStep(after: after, last: $0) }
    }

    /// The rows of a step.
    func rows(_ columns: SQL, _ walk: CompanyWalk, _ joined: SQL, of companyID: Int64, _ step: CompanyStep) throws
        -> [Row]
    {
        try runner.rows(
            """
            SELECT \(columns) FROM \(walk.table) \(joined)
            WHERE \(walk.whose(companyID)) AND \(walk.key) > \(step.after) AND \(walk.key) <= \(step.last)
            ORDER BY \(walk.key)
            """
        )
    }
}
