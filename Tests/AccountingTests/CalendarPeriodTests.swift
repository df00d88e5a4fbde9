import Accounting
import Testing

@Suite struct `A period of the calendar` {
    @Test(arguments: [
        ("2026-11", "2026-11-01", "2026-11-30"), ("2026-12", "2026-12-01", "2026-12-31"),
        ("2028-02", "2028-02-01", "2028-02-29"), ("2026-T1", "2026-01-01", "2026-03-31"),
        ("2026-T4", "2026-10-01", "2026-12-31"), ("2026", "2026-01-01", "2026-12-31"),
    ])
    func `goes from its first day to its last`(text: String, first: String, last: String) throws {
        let period = try #require(CalendarPeriod(text))
        #expect(period.text == text)
        #expect(period.firstDay.iso == first)
        #expect(period.lastDay.iso == last)
    }

    @Test(arguments: [
        "", "26", "2026-1", "2026-13", "2026-00", "2026-T5", "2026-T0", "2026-11-01", "1999", "2026-", "abcd",
    ])
    func `is nothing else`(text: String) {
        #expect(CalendarPeriod(text) == nil)
    }

    @Test(arguments: [(CalendarPeriod.Kind.month, "2027-01"), (.quarter, "2027-T1"), (.year, "2027")])
    func `follows another over the end of a year`(kind: CalendarPeriod.Kind, next: String) throws {
        let day = try #require(Day(iso: "2026-12-31"))
        let period = CalendarPeriod(kind, of: day)
        #expect(period.advanced(by: 1).text == next)
        #expect(period.advanced(by: 1).advanced(by: -1) == period)
        #expect(period.days.contains(day))
    }
}

@Suite struct `The thresholds of a micro-entrepreneur` {
    @Test func `are those of 2026 until others are published`() {
        for year in [2026, 2027] {
            #expect(TurnoverThresholds.inForce(in: year, for: .sale).micro == Cents(20_310_000))
            #expect(TurnoverThresholds.inForce(in: year, for: .service).micro == Cents(8_360_000))
            #expect(TurnoverThresholds.inForce(in: year, for: .liberal).franchise == Cents(3_750_000))
        }
        #expect(TurnoverThresholds.inForce(in: 2025, for: .sale).micro == Cents(18_870_000))
    }
}
