import Accounting
import Foundation
import Testing

@Suite struct `A day` {
    /// The Gregorian calendar of Foundation, counted in UTC.
    private static let calendar: Calendar = {
        var calendar = Calendar(identifier: .gregorian)
        calendar.timeZone = .gmt
        return calendar
    }()

    /// Foundation's calendar is Julian before October 1582.
    @Test func `agrees with Foundation's Gregorian calendar from 1583 to 3000`() throws {
        let first = try #require(Day(year: 1583, month: 1, day: 1))
        let last = try #require(Day(year: 3000, month: 12, day: 31))
        var disagreements: [Int64] = []
        for number in stride(from: first.number, through: last.number, by: 13) {
            let date = Date(timeIntervalSince1970: TimeInterval(number) * 86_400)
            let expected = Self.calendar.dateComponents([.year, .month, .day], from: date)
            let day = Day(number: number)
            if (day.year, day.month, day.day) != (expected.year ?? 0, expected.month ?? 0, expected.day ?? 0) {
                disagreements.append(number)
            }
        }
        #expect(disagreements.isEmpty)
    }

    @Test func `is found again by its date, every day for 400 years, and each date follows the one before`() throws {
        let first = try #require(Day(year: 1801, month: 1, day: 1))
        var wrong: [Int64] = []
        var before = first.adding(days: -1)
        for number in first.number..<first.number + 146_097 {
            let day = Day(number: number)
            let isNext =
                (day.year, day.month, day.day) == (before.year, before.month, before.day + 1)
                || (day.day == 1 && day.month == before.month % 12 + 1)
            if Day(year: day.year, month: day.month, day: day.day) != day || !isNext { wrong.append(number) }
            before = day
        }
        #expect(wrong.isEmpty)
        #expect(before.iso == "2200-12-31")
    }

    @Test(
        arguments: [("1970-01-01", 0), ("1969-12-31", -1), ("2000-03-01", 11_017), ("2026-11-23", 20_780)]
            as [(String, Int64)]
    )
    func `is counted from 1 January 1970`(iso: String, number: Int64) {
        #expect(Day(iso: iso)?.number == number)
    }

    @Test(arguments: [
        (1600, true), (1700, false), (1900, false), (2000, true), (2023, false), (2024, true), (2100, false),
        (2400, true),
    ])
    func `29 February exists in leap years only`(year: Int, isLeap: Bool) {
        #expect((Day(year: year, month: 2, day: 29) != nil) == isLeap)
    }

    @Test(arguments: [
        (2026, 2, 30), (2026, 4, 31), (2026, 6, 31), (2026, 9, 31), (2026, 11, 31), (2026, 0, 1), (2026, 13, 1),
        (2026, 1, 0), (2026, 1, 32), (0, 1, 1), (10_000, 1, 1), (-1, 1, 1), (2026, -1, 1), (2026, 1, -1),
        (.max, 1, 1), (2026, .max, 1), (2026, 1, .min),
    ])
    func `that no calendar has is refused`(year: Int, month: Int, day: Int) {
        #expect(Day(year: year, month: month, day: day) == nil)
    }

    @Test func `is written as ISO 8601 has it`() {
        #expect(Day(year: 33, month: 4, day: 3)?.iso == "0033-04-03")
        #expect(Day(year: 2026, month: 12, day: 31)?.iso == "2026-12-31")
    }

    @Test(arguments: [
        "", "2026", "2026-11", "2026-11-23-1", "26-11-23", "2026-1-23", "2026-11-3", "2026/11/23", "23/11/2026",
        "2026-02-30", "2026-11-23T00:00", " 2026-11-23", "2026-11-23 ", "-026-11-23", "+026-11-23", "2026-+1-23",
        "2026-11-+3", "2026-xx-23", "２０２６-11-23", "2026--1-23",
    ])
    func `is not guessed from something else`(text: String) {
        #expect(Day(iso: text) == nil)
    }

    @Test func `later and earlier days are found by counting`() throws {
        let day = try #require(Day(iso: "2028-02-28"))
        #expect(day.adding(days: 2).iso == "2028-03-01")
        #expect(day.adding(days: -59).iso == "2027-12-31")
        #expect(day < day.adding(days: 1))
    }
}

@Suite struct `A moment` {
    @Test(
        arguments: [(0, 0), (999_999, 0), (1_000_000, 1), (-1, -1), (-1_000_000, -1), (-1_000_001, -2)]
            as [(Int64, Int64)]
    )
    func `is rounded down to whole seconds`(microseconds: Int64, seconds: Int64) {
        #expect(Instant(microseconds: microseconds).seconds == seconds)
    }

    @Test func `keeps its microseconds when seconds are added`() {
        #expect(Instant(microseconds: 5).adding(seconds: -2).microseconds == -1_999_995)
    }
}
