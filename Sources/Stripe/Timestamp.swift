import Accounting

/// A time as Stripe writes it: "measured in seconds since the Unix epoch".
struct Timestamp: Decodable {
    let instant: Instant

    /// The end of the year 9999, the last that MariaDB's DATETIME holds; a later one would not fit a column, nor much later
    /// an ``Instant``.
    private static let last: Int64 = 253_402_300_799

    init(from decoder: any Decoder) throws {
        let container = try decoder.singleValueContainer()
        let seconds = try container.decode(Int64.self)
        guard (0...Self.last).contains(seconds) else {
            throw DecodingError.dataCorruptedError(in: container, debugDescription: "a time that no calendar has")
        }
        instant = Instant(seconds: seconds)
    }
}
