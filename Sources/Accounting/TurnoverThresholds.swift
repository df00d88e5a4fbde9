/// The turnovers of a year beyond which a micro-entrepreneur charges VAT, or is one no longer.
public struct TurnoverThresholds: Sendable, Equatable {
    /// The first year they hold for; they hold until the next ones.
    public let since: Int
    /// Passed in a year: VAT from 1 January of the next (CGI article 293 B).
    public let franchise: Cents
    /// Passed: VAT from the very day.
    public let franchiseCap: Cents
    /// Passed two years in a row: no micro-enterprise any more (CGI articles 50-0 and 102 ter).
    public let micro: Cents

    /// What holds in a year for an activity.
    public static func inForce(in year: Int, for activity: Activity) -> TurnoverThresholds {
        let table = activity == .sale ? sales : services
        return table.last { $0.since <= year } ?? table[0]
    }

    // BOI-TVA-DECLA-40-10-10 of 1 July 2026, the single threshold of 25 000 € having been dropped by the law of
    // 3 November 2025; the caps of micro-enterprises by service-public.fr, A18813, for 2026 to 2028.

    /// Goods and lodging.
    private static let sales = [
        TurnoverThresholds(since: 2025, euros: 85_000, 93_500, 188_700),
        TurnoverThresholds(since: 2026, euros: 85_000, 93_500, 203_100),
    ]

    /// Services and liberal professions.
    private static let services = [
        TurnoverThresholds(since: 2025, euros: 37_500, 41_250, 77_700),
        TurnoverThresholds(since: 2026, euros: 37_500, 41_250, 83_600),
    ]

    private init(since: Int, euros franchise: Int64, _ franchiseCap: Int64, _ micro: Int64) {
        self.since = since
        self.franchise = Cents(100 * franchise)
        self.franchiseCap = Cents(100 * franchiseCap)
        self.micro = Cents(100 * micro)
    }
}
