/// A month, a quarter or a year of the calendar.
public struct CalendarPeriod: Sendable, Hashable {
    /// How long it is.
    public enum Kind: Int, Sendable {
        /// A month.
        case month = 1
        /// A quarter.
        case quarter = 3
        /// A year.
        case year = 12
    }

    /// How long it is.
    public let kind: Kind
    /// Its year.
    public let year: Int
    /// Its first month, 1 to 12.
    public let firstMonth: Int

    /// The period of this kind in which a day is.
    public init(_ kind: Kind, of day: Day) {
        self.kind = kind
        year = day.year
        firstMonth = (day.month - 1) / kind.rawValue * kind.rawValue + 1
    }

    /// Reads "2026-11", "2026-T4" or "2026"; nil when it is none of them.
    public init?(_ text: String) {
        let parts = text.split(separator: "-", omittingEmptySubsequences: false)
        guard let first = parts.first, first.utf8.count == 4, let year = Int(first), (2000...9998).contains(year) else {
            return nil
        }
        guard parts.count == 2 else {
            guard parts.count == 1 else { return nil }
            self.init(.year, year, firstMonth: 1)
            return
        }
        if parts[1].hasPrefix("T") {
            guard let quarter = Int(parts[1].dropFirst()), (1...4).contains(quarter) else { return nil }
            self.init(.quarter, year, firstMonth: 3 * quarter - 2)
        } else {
            guard parts[1].utf8.count == 2, let month = Int(parts[1]), (1...12).contains(month) else { return nil }
            self.init(.month, year, firstMonth: month)
        }
    }

    private init(_ kind: Kind, _ year: Int, firstMonth: Int) {
        self.kind = kind
        self.year = year
        self.firstMonth = firstMonth
    }

    /// "2026-11", "2026-T4" or "2026".
    public var text: String {
        switch kind {
        case .month: "\(year)-\(firstMonth < 10 ? "0" : "")\(firstMonth)"
        case .quarter: "\(year)-T\(quarter)"
        case .year: "\(year)"
        }
    }

    /// The quarter in which it begins, 1 to 4.
    public var quarter: Int { (firstMonth + 2) / 3 }

    /// Its first day.
    public var firstDay: Day {
        guard let day = Day(year: year, month: firstMonth, day: 1) else {
            preconditionFailure("Every month has a first day.")
        }
        return day
    }

    /// Its last day.
    public var lastDay: Day { advanced(by: 1).firstDay.adding(days: -1) }

    /// Its days.
    public var days: ClosedRange<Day> { firstDay...lastDay }

    /// The period so many periods later, or earlier when negative.
    public func advanced(by count: Int) -> CalendarPeriod {
        let months = 12 * year + firstMonth - 1 + count * kind.rawValue
        return CalendarPeriod(kind, months / 12, firstMonth: months % 12 + 1)
    }
}
