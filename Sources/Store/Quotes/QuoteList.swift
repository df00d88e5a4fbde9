public import Accounting
import Invoicing
import MariaDB

/// A quote in a list.
public struct QuoteSummary: Sendable, Equatable {
    /// Where it stands.
    public let quote: Quote
    /// The client's name: today's for a draft, the frozen one afterwards.
    public let clientName: String
}

/// Which quotes a list shows.
public enum QuoteFilter: Sendable, CaseIterable {
    /// All of them.
    case all
    /// Those being written.
    case drafts
    /// Those whose client may still answer.
    case waiting
    /// Those that were accepted and are still to be invoiced.
    case accepted
    /// Those that an invoice asks for.
    case invoiced
    /// Those that were declined.
    case refused
    /// Those whose last day has passed.
    case expired

    /// Of a row of `quotes q`, whether the list shows it.
    fileprivate func condition(on today: Day) -> SQL {
        switch self {
        case .all: "TRUE"
        case .drafts: "q.state = 'draft'"
        case .waiting: "q.state IN ('sent', 'seen') AND q.valid_until >= \(today)"
        case .accepted: "q.state = 'accepted' AND NOT \(Quote.isInvoiced)"
        case .invoiced: "q.state = 'accepted' AND \(Quote.isInvoiced)"
        case .refused: "q.state = 'refused'"
        case .expired: "q.state IN ('sent', 'seen') AND q.valid_until < \(today)"
        }
    }
}

extension StoreReader {
    /// A page of a company's quotes, newest first.
    ///
    /// - Parameters:
    ///   - companyID: whose quotes.
    ///   - filter: which of them.
    ///   - words: what stands in their number, subject or client's name; nothing for all.
    ///   - clientID: the client whose quotes they are; nil for all.
    ///   - before: only those with a lower id: the last of the page before.
    ///   - today: the day, in Paris.
    ///   - limit: the most of them.
    /// - Returns: the quotes.
    /// - Throws: the database's error.
    public func quotes(
        of companyID: Int64,
        _ filter: QuoteFilter,
        matching words: String = "",
        ofClient clientID: Int64? = nil,
        before: Int64? = nil,
        on today: Day,
        limit: Int
    ) throws -> [QuoteSummary] {
        let found: SQL =
            words.isEmpty
            ? "TRUE"
            : """
            (LOCATE(\(words), COALESCE(s.buyer_name, c.name)) > 0 OR LOCATE(\(words), q.subject) > 0
                OR LOCATE(\(words.uppercased()), q.number) > 0)
            """
        let ofClient: SQL = clientID.map { " AND q.client_id = \($0)" } ?? ""
        return try runner.rows(
            """
            SELECT \(Quote.columns), COALESCE(s.buyer_name, c.name) AS client_name
            FROM quotes q JOIN clients c ON c.id = q.client_id LEFT JOIN sent_quotes s ON s.quote_id = q.id
            WHERE q.company_id = \(companyID) AND q.id < \(before ?? .max) AND \(filter.condition(on: today)) AND \(found)\(ofClient)
            ORDER BY q.id DESC LIMIT \(limit)
            """
        ).map { QuoteSummary(quote: try Quote($0), clientName: try $0["client_name"]) }
    }

    /// How many quotes of a company each filter shows; beside all of them, each quote is shown by one.
    public func quoteCounts(of companyID: Int64, on today: Day) throws -> [QuoteFilter: Int64] {
        let filters = QuoteFilter.allCases.filter { $0 != .all }
        let cases: SQL = filters.indices.reduce("") { cases, place in
            "\(cases) WHEN \(filters[place].condition(on: today)) THEN \(place)"
        }
        let rows = try runner.rows(
            """
            SELECT CASE\(cases) END AS place, COUNT(*) AS count
            FROM quotes q FORCE INDEX (quotes_by_state) WHERE q.company_id = \(companyID) GROUP BY place
            """
        )
        var counts = Dictionary(uniqueKeysWithValues: QuoteFilter.allCases.map { ($0, Int64(0)) })
        for row in rows {
            let place: Int = try row["place"]
            let count: Int64 = try row["count"]
            counts[filters[place]] = count
            counts[.all, default: 0] += count
        }
        return counts
    }
}
