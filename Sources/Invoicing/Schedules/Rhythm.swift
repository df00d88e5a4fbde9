public import Accounting

/// When the invoices of a schedule fall due: every so many weeks, months or years from a first day, until its end.
public struct Rhythm: Sendable, Equatable {
    /// What is counted.
    public enum Unit: String, Sendable, CaseIterable {
        /// Weeks: always the same weekday.
        case week
        /// Months: always the same day, or the last of a month that is too short.
        case month
        /// Years, in the same way.
        case year
    }

    /// When it is over.
    public enum End: Sendable, Equatable {
        /// Not before it is stopped.
        case never
        /// After the last occurrence up to a day.
        case on(Day)
        /// After so many occurrences.
        case after(Int)
    }

    /// Every so many units, from 1.
    public let every: Int
    /// What is counted.
    public let unit: Unit
    /// The first day.
    public let first: Day
    /// When it is over.
    public let end: End

    /// A rhythm.
    public init(every: Int, unit: Unit, first: Day, end: End) {
        self.every = every
        self.unit = unit
        self.first = first
        self.end = end
    }

    /// The day of an occurrence, counted from 0; nil once it is over.
    public func day(of occurrence: Int) -> Day? {
        let day = unboundedDay(of: occurrence)
        switch end {
        case .never: return day
        case .on(let last): return day <= last ? day : nil
        case .after(let count): return occurrence < count ? day : nil
        }
    }

    /// The first occurrence on a day or after it, not before another one.
    public func occurrence(from start: Int, onOrAfter day: Day) -> Int {
        var occurrence = start
        while unboundedDay(of: occurrence) < day { occurrence += 1 }
        return occurrence
    }

    private func unboundedDay(of occurrence: Int) -> Day {
        switch unit {
        case .week: first.adding(days: 7 * every * occurrence)
        case .month: first.adding(months: every * occurrence)
        case .year: first.adding(months: 12 * every * occurrence)
        }
    }
}

extension Day {
    /// The same day so many months later, or the last one of a month that is too short.
    func adding(months: Int) -> Day {
        let count = year * 12 + (month - 1) + months
        let (year, month) = (count / 12, count % 12 + 1)
        for day in stride(from: self.day, through: 28, by: -1) {
            if let found = Day(year: year, month: month, day: day) { return found }
        }
        return Day(year: year, month: month, day: min(day, 28)) ?? self
    }
}
