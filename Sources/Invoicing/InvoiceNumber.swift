/// The number of an issued document: unique, chronological, without gaps (CGI annexe II article 242 nonies A I-7°).
public struct InvoiceNumber: Sendable, Hashable {
    /// A series of numbers of its own.
    public enum Series: String, Sendable, CaseIterable {
        /// Invoices.
        case invoice = "F"
        /// Credit notes (« avoirs »).
        case creditNote = "A"
        /// Quotes (« devis »).
        case quote = "D"
    }

    /// The series.
    public let series: Series
    /// The year of issue; each year starts at 1 again.
    public let year: Int
    /// The place in the series and year, from 1.
    public let sequence: Int64

    /// A number.
    public init(series: Series, year: Int, sequence: Int64) {
        self.series = series
        self.year = year
        self.sequence = sequence
    }

    /// The number as it is printed: "F-2026-0001" (at most 35 of [A-Za-z0-9+-_/], BR-FR-01).
    public var text: String {
        let digits = String(sequence)
        return "\(series.rawValue)-\(year)-" + String(repeating: "0", count: max(0, 4 - digits.count)) + digits
    }
}
