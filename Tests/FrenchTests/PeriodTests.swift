import Accounting
import French
import Testing

@Suite struct `The words for a period` {
    @Test(arguments: [
        ("2026-08", "août 2026"), ("2026-T1", "1er trimestre 2026"), ("2026-T3", "3e trimestre 2026"),
        ("2026", "année 2026"), ("tout", "tout le registre"),
    ])
    func `name it`(text: String, french: String) throws {
        #expect(try #require(RegisterPeriod(text)).french == french)
    }

    @Test(arguments: [
        (0, "0"), (999, "999"), (1_000, "1\u{202F}000"), (1_234_567, "1\u{202F}234\u{202F}567"),
        (-1_000, "−1\u{202F}000"),
    ])
    func `and for a count group its digits`(count: Int, french: String) {
        #expect(count.frenchGrouped == french)
    }
}
