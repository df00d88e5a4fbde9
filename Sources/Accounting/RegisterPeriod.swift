/// A stretch of the register that somebody looks at, exports or declares.
public enum RegisterPeriod: Sendable, Hashable {
    /// A month, 1 to 12.
    case month(year: Int, month: Int)
    /// A quarter, 1 to 4.
    case quarter(year: Int, quarter: Int)
    /// A year.
    case year(Int)
    /// All of it.
    case all

    /// Reads "2026-11", "2026-T4", "2026" or "tout", as addresses have it; nil when it is none of them.
    public init?(_ text: String) {
        if text == "tout" {
            self = .all
            return
        }
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard parts.count <= 2, parts.allSatisfy(Self.isPlain), parts[0].utf8.count == 4, let year = Int(parts[0]),
            year >= 1
        else { return nil }
        guard parts.count == 2 else {
            self = .year(year)
            return
        }
        if parts[1].hasPrefix("T") {
            guard parts[1].utf8.count == 2, let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) else {
                return nil
            }
            self = .quarter(year: year, quarter: quarter)
        } else {
            guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
            self = .month(year: year, month: month)
        }
    }

    private static func isPlain(_ part: Substring) -> Bool {
        part.utf8.allSatisfy { (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) || $0 == UInt8(ascii: "T") }
    }

    /// As addresses and file names have it: "2026-11", "2026-T4", "2026" or "tout".
    public var text: String {
        switch self {
        case .month(let year, let month): "\(Self.fourDigits(year))-\(month < 10 ? "0" : "")\(month)"
        case .quarter(let year, let quarter): "\(Self.fourDigits(year))-T\(quarter)"
        case .year(let year): Self.fourDigits(year)
        case .all: "tout"
        }
    }

    /// Its first and last day; nil for all of the register.
    public var days: ClosedRange<Day>? {
        switch self {
        case .month(let year, let month): Self.days(year, month...month)
        case .quarter(let year, let quarter): Self.days(year, quarter * 3 - 2...quarter * 3)
        case .year(let year): Self.days(year, 1...12)
        case .all: nil
        }
    }

    /// The period before, of the same length; nil when there is none.
    public var previous: RegisterPeriod? {
        days.flatMap { days in sibling(on: days.lowerBound.adding(days: -1)) }
    }

    /// The period after, of the same length; nil when there is none.
    public var next: RegisterPeriod? {
        days.flatMap { days in sibling(on: days.upperBound.adding(days: 1)) }
    }

    /// True when Urssaf is told of such a period.
    public func isDeclared(by rhythm: DeclarationRhythm) -> Bool {
        switch (self, rhythm) {
        case (.month, .month), (.quarter, .quarter): true
        default: false
        }
    }

    private func sibling(on day: Day) -> RegisterPeriod? {
        guard (1...9_999).contains(day.year) else { return nil }
        return switch self {
        case .month: .month(year: day.year, month: day.month)
        case .quarter: .quarter(year: day.year, quarter: (day.month + 2) / 3)
        case .year: .year(day.year)
        case .all: nil
        }
    }

    private static func fourDigits(_ year: Int) -> String {
        String(repeating: "0", count: max(0, 4 - String(year).count)) + String(year)
    }

    private static func days(_ year: Int, _ months: ClosedRange<Int>) -> ClosedRange<Day>? {
        let last = months.upperBound
        let end =
            last == 12
            ? Day(year: year, month: 12, day: 31) : Day(year: year, month: last + 1, day: 1)?.adding(days: -1)
        guard let first = Day(year: year, month: months.lowerBound, day: 1), let end else { return nil }
        return first...end
    }
}

/// How often a micro-entrepreneur declares their turnover to Urssaf.
public enum DeclarationRhythm: String, Sendable, CaseIterable {
    /// Each month.
    case month
    /// Each quarter, which is the rule where nothing was asked.
    case quarter

    /// The period in which a day's receipts are declared.
    public func period(of day: Day) -> RegisterPeriod {
        switch self {
        case .month: .month(year: day.year, month: day.month)
        case .quarter: .quarter(year: day.year, quarter: (day.month + 2) / 3)
        }
    }
}
