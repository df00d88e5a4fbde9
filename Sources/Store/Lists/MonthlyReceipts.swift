public import Accounting
import MariaDB

extension StoreReader {
    /// What a company received in each month of a span of days, from the register; a month without receipts is not there.
    public func monthlyReceipts(of companyID: Int64, in days: ClosedRange<Day>) throws -> [CalendarPeriod: Cents] {
        try months("amount_cents", of: companyID, in: days)
    }

    /// The turnover in it: without VAT and without « débours ».
    public func monthlyTurnover(of companyID: Int64, in days: ClosedRange<Day>) throws -> [CalendarPeriod: Cents] {
        try months("net_cents", of: companyID, in: days)
    }

    private func months(
        _ column: SQL,
        of companyID: Int64,
        in days: ClosedRange<Day>
    ) throws -> [CalendarPeriod: Cents] {
        let rows = try runner.rows(
            """
            SELECT month, CAST(SUM(\(column)) AS SIGNED) AS amount FROM register_months
            WHERE company_id = \(companyID) AND month BETWEEN \(days.lowerBound) AND \(days.upperBound) GROUP BY month
            """
        )
        return Dictionary(
            uniqueKeysWithValues: try rows.map { (CalendarPeriod(.month, of: try $0["month"]), try $0["amount"]) }
        )
    }
}
