public import Invoicing

/// What the client reads on their card statement: the seller's short label, and the invoice's number behind it.
///
/// Stripe writes "LABEL* SUFFIX" and allows 22 characters for all of it (Stripe, "Statement descriptors").
public struct StatementLabel: Sendable, Equatable {
    /// The seller's short label at Stripe; nil when it is not known.
    public let prefix: String?
    /// What follows it.
    public let suffix: String

    /// The label of an invoice's payments.
    ///
    /// - Parameters:
    ///   - prefix: the seller's short label; the longest there can be is supposed when it is not known.
    ///   - number: the invoice's number, whose hyphens, then year, are left out where there is no room.
    public init(prefix: String?, number: InvoiceNumber) {
        self.prefix = prefix
        let room = Self.longest - Self.separator.count - (prefix?.count ?? Self.longestPrefix)
        let short = [number.text, number.text.filter { $0 != "-" }].first { $0.count <= room }
        suffix = short ?? number.series.rawValue + String(number.sequence)
    }

    /// The whole label, as the client reads it; nil when the seller's part is not known.
    public var text: String? { prefix.map { $0 + Self.separator + suffix } }

    private static let longest = 22
    private static let longestPrefix = 10
    private static let separator = "* "
}
