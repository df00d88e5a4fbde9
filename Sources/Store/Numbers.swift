public import Accounting
public import Invoicing
import MariaDB

extension StoreReader {
    /// The number that a series would give next, unless another document takes it before.
    public func nextNumber(
        series: InvoiceNumber.Series,
        of companyID: Int64,
        on day: Day
    ) throws -> InvoiceNumber {
        let row = try runner.row(
            """
            SELECT last_sequence FROM counters
            WHERE company_id = \(companyID) AND series = \(series.rawValue) AND year = \(day.year)
            """
        )
        let last: Int64 = try row?["last_sequence"] ?? 0
        return InvoiceNumber(series: series, year: day.year, sequence: last + 1)
    }
}

extension StoreWriter {
    /// Takes the next number of a series, whose counter stays locked until the transaction ends: no number is skipped,
    /// none is given twice, and dates never go backwards.
    ///
    /// - Throws: ``IssueRefusal/dateWouldGoBackwards`` when the last number was given on a later day.
    public func takeNumber(
        series: InvoiceNumber.Series,
        of companyID: Int64,
        on day: Day
    ) throws -> InvoiceNumber {
        try transaction.execute(
            """
            INSERT INTO counters (company_id, series, year, last_sequence, last_issued_on)
            VALUES (\(companyID), \(series.rawValue), \(day.year), 0, \(day))
            ON DUPLICATE KEY UPDATE company_id = company_id
            """
        )
        let row = try transaction.row(
            """
            SELECT last_sequence, last_issued_on FROM counters
            WHERE company_id = \(companyID) AND series = \(series.rawValue) AND year = \(day.year) FOR UPDATE
            """
        )
        guard let row else { preconditionFailure("The counter was written just above.") }
        let last: Int64 = try row["last_sequence"]
        let lastDay: Day = try row["last_issued_on"]
        guard lastDay <= day else { throw IssueRefusal.dateWouldGoBackwards }
        try transaction.execute(
            """
            UPDATE counters SET last_sequence = \(last + 1), last_issued_on = \(day)
            WHERE company_id = \(companyID) AND series = \(series.rawValue) AND year = \(day.year)
            """
        )
        return InvoiceNumber(series: series, year: day.year, sequence: last + 1)
    }
}
