public import Accounting
import MariaDB

/// A line of the register as it is read through: with what it is without VAT, and the invoice it is about.
public struct RegisterRow: Sendable, Equatable {
    /// The line.
    public let line: RegisterLine
    /// What its amount is made of.
    public let shares: Shares
    /// The invoice; nil when it is not here.
    public let invoiceID: Int64?
}

/// Which lines of a company's register are looked at.
public struct RegisterSelection: Sendable, Equatable {
    /// Whose register.
    public let companyID: Int64
    /// Which days of receipt.
    public let period: RegisterPeriod
    /// Which category; nil for all.
    public let activity: Activity?

    /// A selection.
    public init(companyID: Int64, period: RegisterPeriod, activity: Activity? = nil) {
        self.companyID = companyID
        self.period = period
        self.activity = activity
    }

    /// Where a list of lines, day by day, goes on.
    public struct Place: Sendable, Equatable {
        /// The day of receipt of the last line read.
        public let day: Day
        /// Its number.
        public let sequence: Int64

        /// After this line.
        public init(day: Day, sequence: Int64) {
            self.day = day
            self.sequence = sequence
        }
    }

    /// The lines that belong to it, of the table `register_lines l`.
    fileprivate var condition: SQL { condition(of: "l", day: "l.received_on") }

    /// The rows of a table that belong to it: a period is whole months, so that their first days say as much as all days.
    fileprivate func condition(of table: SQL, day: SQL) -> SQL {
        var condition: SQL = "\(table).company_id = \(companyID)"
        if let days = period.days {
            condition = "\(condition) AND \(day) BETWEEN \(days.lowerBound) AND \(days.upperBound)"
        }
        if let activity { condition = "\(condition) AND \(table).activity = \(activity)" }
        return condition
    }
}

extension StoreReader {
    /// Lines of the register, by day of receipt and then by number.
    ///
    /// - Parameters:
    ///   - selection: which lines.
    ///   - place: the line after which to begin; nil for the first.
    ///   - limit: how many lines at most.
    /// - Returns: the lines.
    /// - Throws: the database's error.
    public func registerRows(
        _ selection: RegisterSelection,
        after place: RegisterSelection.Place? = nil,
        limit: Int
    ) throws -> [RegisterRow] {
        var condition = selection.condition
        if let place { condition = "\(condition) AND (l.received_on, l.sequence) > (\(place.day), \(place.sequence))" }
        // MariaDB takes a range of the index for a comparison of days, not for one of rows.
        if let place { condition = "\(condition) AND l.received_on >= \(place.day)" }
        return try runner.rows(
            """
            SELECT \(RegisterLine.columns), l.net_cents, l.disbursed_cents, p.invoice_id
            FROM (SELECT l.company_id, l.sequence FROM register_lines l WHERE \(condition)
                ORDER BY l.received_on, l.sequence LIMIT \(limit)) k
            JOIN register_lines l ON l.company_id = k.company_id AND l.sequence = k.sequence
            LEFT JOIN payments p ON p.id = l.payment_id
            ORDER BY l.received_on, l.sequence
            """
        ).map { row in
            RegisterRow(line: try RegisterLine(row), shares: try Shares(row), invoiceID: try row["invoice_id"])
        }
    }

    /// What the lines up to a place, this one included, add up to.
    ///
    /// The months before it were added up when their lines were written; only its own month is read line by line.
    public func registerSum(_ selection: RegisterSelection, upTo place: RegisterSelection.Place) throws -> Cents {
        let month = CalendarPeriod(.month, of: place.day).firstDay
        let before = try runner.row(
            """
            SELECT CAST(COALESCE(SUM(m.amount_cents), 0) AS SIGNED) AS amount FROM register_months m
            WHERE \(selection.condition(of: "m", day: "m.month")) AND m.month < \(month)
            """
        )
        let inside = try runner.row(
            """
            SELECT CAST(COALESCE(SUM(l.amount_cents), 0) AS SIGNED) AS amount FROM register_lines l
            WHERE \(selection.condition) AND l.received_on BETWEEN \(month) AND \(place.day)
                AND (l.received_on < \(place.day) OR l.sequence <= \(place.sequence))
            """
        )
        return try [before, inside].compactMap(\.self).map { try $0["amount"] }.sum
    }

    /// What was received, by month, category and means; the whole of a selection in a few rows.
    public func registerSums(_ selection: RegisterSelection) throws -> [RegisterSum] {
        try runner.rows(
            """
            SELECT YEAR(m.month) AS year, MONTH(m.month) AS in_year, m.activity, m.means, m.line_count, m.amount_cents,
                m.net_cents, m.disbursed_cents
            FROM register_months m WHERE \(selection.condition(of: "m", day: "m.month"))
            ORDER BY m.month, m.activity, m.means
            """
        ).map { row in
            RegisterSum(
                year: try row["year"],
                month: try row["in_year"],
                activity: try row["activity"],
                means: try row["means"],
                count: try row["line_count"],
                shares: try Shares(row)
            )
        }
    }

    /// The first and the last day of receipt in a company's register; nil while it is empty.
    public func registerDays(of companyID: Int64) throws -> ClosedRange<Day>? {
        let first = try runner.row(
            "SELECT received_on FROM register_lines WHERE company_id = \(companyID) ORDER BY received_on LIMIT 1"
        )
        let last = try runner.row(
            "SELECT received_on FROM register_lines WHERE company_id = \(companyID) ORDER BY received_on DESC LIMIT 1"
        )
        guard let first, let last else { return nil }
        let days: (Day, Day) = (try first["received_on"], try last["received_on"])
        return days.0...max(days.0, days.1)
    }

    /// A line of a company's register, by its number.
    public func registerLine(_ sequence: Int64, of companyID: Int64) throws -> RegisterLine? {
        try runner.row(
            "SELECT \(RegisterLine.columns) FROM register_lines l WHERE l.company_id = \(companyID) AND l.sequence = \(sequence)"
        ).map(RegisterLine.init)
    }
}
