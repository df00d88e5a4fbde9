import Accounting
import Foundation
import TestSupport
import Testing

@Suite struct `The time in Paris` {
    private let zone: TimeZone

    init() throws {
        zone = try #require(TimeZone(identifier: "Europe/Paris"))
    }

    /// What Foundation's time zone shows, as seconds since 1 January 1970 on the wall.
    private func expected(_ seconds: Int64) -> Int64 {
        seconds + Int64(zone.secondsFromGMT(for: Date(timeIntervalSince1970: TimeInterval(seconds))))
    }

    private func shown(_ seconds: Int64) -> Int64 {
        let time = ParisTime(Instant(seconds: seconds))
        return time.day.number * 86_400 + Int64(time.hour * 3_600 + time.minute * 60 + time.second)
    }

    /// Directive 97/44/CE set the dates of 1998 to 2001, directive 2000/84/CE those after; 1997 already followed them.
    @Test(arguments: 1997...2037) func `directive 2000/84/CE: every hour around each change agrees with the time zone`(
        year: Int
    ) throws {
        var wrong: [Int64] = []
        for month in [3, 10] {
            let first = try #require(Day(year: year, month: month, day: 23)).number * 86_400
            for hour in 0..<Int64(10 * 24) {
                for second in [-1, 0, 1] as [Int64] {
                    let moment = first + hour * 3_600 + second
                    if shown(moment) != expected(moment) { wrong.append(moment) }
                }
            }
        }
        #expect(wrong.isEmpty)
    }

    @Test func `every day of forty years agrees with the time zone`() throws {
        let first = try #require(Day(iso: "1997-01-01")).number * 86_400
        let last = try #require(Day(iso: "2037-12-31")).number * 86_400
        let wrong = stride(from: first, through: last, by: 86_400).filter { shown($0) != expected($0) }
        #expect(wrong.isEmpty)
    }

    @Test func `moments drawn by lot agree with the time zone`() throws {
        var lot = Lot(seed: 2026)
        let first = try #require(Day(iso: "1997-01-01")).number * 86_400
        let last = try #require(Day(iso: "2037-12-31")).number * 86_400
        let wrong = (0..<20_000).map { _ in Int64.random(in: first...last, using: &lot) }
            .filter { shown($0) != expected($0) }
        #expect(wrong.isEmpty)
    }

    @Test func `31 December at 23:30 UTC is 1 January`() throws {
        let evening = Instant(seconds: try #require(Day(iso: "2026-12-31")).number * 86_400 + 23 * 3_600 + 1_800)
        #expect(evening.parisDay.iso == "2027-01-01")
        #expect(ParisTime(evening).hour == 0)
        #expect(ParisTime(evening).minute == 30)
    }

    @Test func `in summer the day begins two hours before it does in UTC`() throws {
        let day = try #require(Day(iso: "2026-07-14"))
        let midnight = day.number * 86_400
        #expect(Instant(seconds: midnight - 7_200).parisDay == day)
        #expect(Instant(seconds: midnight - 7_201).parisDay == day.adding(days: -1))
    }
}
