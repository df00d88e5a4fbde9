import Accounting
import Invoicing
import Testing

@Suite struct `The rhythm of a schedule` {
    private func day(_ iso: String) throws -> Day { try #require(Day(iso: iso)) }

    private func days(
        _ every: Int,
        _ unit: Rhythm.Unit,
        from first: String,
        _ end: Rhythm.End = .never,
        count: Int = 4
    ) throws -> [String?] {
        let rhythm = Rhythm(every: every, unit: unit, first: try day(first), end: end)
        return (0..<count).map { rhythm.day(of: $0)?.iso }
    }

    @Test func `keeps the 31st where there is one, and the last day where there is none`() throws {
        #expect(try days(1, .month, from: "2026-12-31") == ["2026-12-31", "2027-01-31", "2027-02-28", "2027-03-31"])
        #expect(try days(1, .month, from: "2028-01-30") == ["2028-01-30", "2028-02-29", "2028-03-30", "2028-04-30"])
    }

    @Test func `counts weeks, quarters and years`() throws {
        #expect(try days(2, .week, from: "2026-11-30", count: 3) == ["2026-11-30", "2026-12-14", "2026-12-28"])
        #expect(try days(3, .month, from: "2026-11-01", count: 3) == ["2026-11-01", "2027-02-01", "2027-05-01"])
        #expect(try days(1, .year, from: "2028-02-29", count: 3) == ["2028-02-29", "2029-02-28", "2030-02-28"])
    }

    @Test func `ends after a day or a count`() throws {
        let last = try day("2026-12-31")
        #expect(try days(1, .month, from: "2026-11-01", .on(last), count: 3) == ["2026-11-01", "2026-12-01", nil])
        #expect(try days(1, .month, from: "2026-11-01", .after(1), count: 2) == ["2026-11-01", nil])
    }

    @Test func `goes on with the first day that has not passed`() throws {
        let rhythm = Rhythm(every: 1, unit: .month, first: try day("2026-01-31"), end: .never)
        #expect(rhythm.occurrence(from: 1, onOrAfter: try day("2026-04-30")) == 3)
        #expect(rhythm.occurrence(from: 5, onOrAfter: try day("2026-04-30")) == 5)
    }

    @Test func `every event in every state of a schedule`() {
        let outcomes = ScheduleState.allCases.map { state in
            ScheduleEvent.allCases.map { event in try? state.after(event) }
        }
        #expect(outcomes == [[.paused, .active, .stopped], [.paused, .active, .stopped], [nil, nil, .stopped]])
    }
}
