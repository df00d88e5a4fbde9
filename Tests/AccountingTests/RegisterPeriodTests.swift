import Accounting
import Testing

@Suite struct `A period of the register` {
    @Test(arguments: [
        ("2026-11", "2026-11-01", "2026-11-30"), ("2024-02", "2024-02-01", "2024-02-29"),
        ("2026-12", "2026-12-01", "2026-12-31"), ("2026-T1", "2026-01-01", "2026-03-31"),
        ("2026-T4", "2026-10-01", "2026-12-31"), ("2026", "2026-01-01", "2026-12-31"),
    ])
    func `has its days`(text: String, first: String, last: String) throws {
        let period = try #require(RegisterPeriod(text))
        #expect(period.text == text)
        #expect(period.days?.lowerBound.iso == first)
        #expect(period.days?.upperBound.iso == last)
    }

    @Test func `may be all of it`() {
        #expect(RegisterPeriod("tout") == .all)
        #expect(RegisterPeriod.all.days == nil)
        #expect(RegisterPeriod.all.text == "tout")
    }

    @Test(arguments: [
        "", "0000", "26", "2026-", "2026-0", "2026-13", "2026-00", "2026-1", "2026-T0", "2026-T5", "2026-T",
        "2026-T1-1",
        "-2026", "+026", "2026-+1", "２０２６", "TOUT", "T026",
    ])
    func `is read from nothing else`(text: String) {
        #expect(RegisterPeriod(text) == nil)
    }

    @Test(arguments: [
        ("2026-01", "2025-12", "2026-02"), ("2026-12", "2026-11", "2027-01"), ("2026-T1", "2025-T4", "2026-T2"),
        ("2026-T4", "2026-T3", "2027-T1"), ("2026", "2025", "2027"),
    ])
    func `stands between two of its length`(text: String, previous: String, next: String) throws {
        let period = try #require(RegisterPeriod(text))
        #expect(period.previous?.text == previous)
        #expect(period.next?.text == next)
    }

    @Test func `has no neighbour where the calendar ends`() {
        #expect(RegisterPeriod("0001")?.previous == nil)
        #expect(RegisterPeriod("9999-12")?.next == nil)
        #expect(RegisterPeriod.all.previous == nil)
    }

    @Test(arguments: [
        ("2026-01-01", "2026-01", "2026-T1"), ("2026-03-31", "2026-03", "2026-T1"),
        ("2026-04-01", "2026-04", "2026-T2"),
        ("2026-12-31", "2026-12", "2026-T4"),
    ])
    func `is declared each month or each quarter`(day: String, month: String, quarter: String) throws {
        let day = try #require(Day(iso: day))
        #expect(DeclarationRhythm.month.period(of: day).text == month)
        #expect(DeclarationRhythm.quarter.period(of: day).text == quarter)
        #expect(DeclarationRhythm.month.period(of: day).isDeclared(by: .month))
        #expect(!DeclarationRhythm.month.period(of: day).isDeclared(by: .quarter))
        #expect(!RegisterPeriod.year(2026).isDeclared(by: .quarter))
    }
}
