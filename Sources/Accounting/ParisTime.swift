/// What a clock on a wall in mainland France shows at a moment; every legal date is read from it.
///
/// Summer time runs from the last Sunday of March to the last Sunday of October, both at 01:00 UTC
/// (directive 2000/84/CE, arrêté du 3 avril 2001).
public struct ParisTime: Sendable, Equatable {
    /// The day.
    public let day: Day
    /// The hour, 0 to 23.
    public let hour: Int
    /// The minute, 0 to 59.
    public let minute: Int
    /// The second, 0 to 59.
    public let second: Int

    /// The time in Paris at this moment.
    public init(_ instant: Instant) {
        let offset: Int64 = Self.isSummerTime(at: instant.seconds) ? 7_200 : 3_600
        let local = instant.seconds + offset
        day = Day(number: local.flooredDivision(by: 86_400))
        let secondOfDay = Int(local.flooredRemainder(of: 86_400))
        hour = secondOfDay / 3_600
        minute = secondOfDay / 60 % 60
        second = secondOfDay % 60
    }

    private static func isSummerTime(at seconds: Int64) -> Bool {
        let year = Day(number: seconds.flooredDivision(by: 86_400)).year
        return (change(in: 3, of: year)..<change(in: 10, of: year)).contains(seconds)
    }

    /// Seconds since the epoch at 01:00 UTC on the last Sunday of a month of 31 days.
    private static func change(in month: Int, of year: Int) -> Int64 {
        guard let last = Day(year: year, month: month, day: 31) else {
            preconditionFailure("March and October have 31 days.")
        }
        let lastSunday = last.number - last.weekday % 7
        return lastSunday * 86_400 + 3_600
    }
}

extension Instant {
    /// The legal day of this moment: the day in Paris.
    public var parisDay: Day { ParisTime(self).day }
}
