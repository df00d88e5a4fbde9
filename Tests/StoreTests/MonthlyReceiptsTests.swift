import Accounting
import MariaDB
import OperationsTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The receipts of a month` {
    @Test func `are the lines of the register that have its days`() throws {
        let story = Story()
        try story.liveThroughADay()
        let connection = TestDatabase.current.connect()
        let sums = try connection.rows(
            """
            SELECT company_id, DATE_FORMAT(received_on, '%Y-%m-01') AS month, activity, means,
                COUNT(*) AS count, CAST(SUM(amount_cents) AS SIGNED) AS amount, CAST(SUM(net_cents) AS SIGNED) AS net,
                CAST(SUM(disbursed_cents) AS SIGNED) AS disbursed
            FROM register_lines GROUP BY 1, 2, 3, 4 ORDER BY 1, 2, 3, 4
            """
        ).map(Month.init)
        let months = try connection.rows(
            """
            SELECT company_id, DATE_FORMAT(month, '%Y-%m-%d') AS month, activity, means,
                line_count AS count, amount_cents AS amount, net_cents AS net, disbursed_cents AS disbursed
            FROM register_months ORDER BY 1, 2, 3, 4
            """
        ).map(Month.init)
        #expect(months == sums)
        #expect(!months.isEmpty)
    }
}

private struct Month: Equatable {
    let companyID: Int64
    let first: String
    let activity: String
    let means: String
    let count: Int64
    let amount: Int64
    let net: Int64
    let disbursed: Int64

    init(_ row: Row) throws {
        companyID = try row["company_id"]
        first = try row["month"]
        activity = try row["activity"]
        means = try row["means"]
        count = try row["count"]
        amount = try row["amount"]
        net = try row["net"]
        disbursed = try row["disbursed"]
    }
}
