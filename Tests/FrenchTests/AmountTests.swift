import Accounting
import French
import Testing

@Suite struct `Amounts in French` {
    @Test(
        arguments: [
            (0, "0,00_€"), (5, "0,05_€"), (100, "1,00_€"), (99_999, "999,99_€"), (123_456, "1_234,56_€"),
            (12_345_678, "123_456,78_€"), (123_456_789, "1_234_567,89_€"), (100_000_000_000, "1_000_000_000,00_€"),
            (-5, "−0,05_€"), (-123_456, "−1_234,56_€"),
        ] as [(Int64, String)]
    )
    func `narrow no-break spaces, a comma, the euro sign last`(cents: Int64, text: String) {
        #expect(Cents(cents).french == text.replacing("_", with: "\u{202F}"))
    }

    @Test(arguments: [("1250,5", "1_250,50_€"), ("0,000001", "0,000001_€"), ("10000000", "10_000_000,00_€")])
    func `a unit price keeps its decimals`(typed: String, text: String) throws {
        #expect(try #require(UnitPrice(typed)).french == text.replacing("_", with: "\u{202F}"))
    }

    @Test(arguments: [("1", "1"), ("1,5", "1,5"), ("1250,5", "1_250,5"), ("1000000", "1_000_000")])
    func `a quantity has no needless zeros`(typed: String, text: String) throws {
        #expect(try #require(Quantity(typed)).french == text.replacing("_", with: "\u{202F}"))
    }

    @Test(arguments: [0, 1, 99_999, 123_456, 123_456_789] as [Int64]) func `what is shown can be typed back`(
        cents: Int64
    ) {
        let shown = Cents(cents).french.filter { $0 != "€" }
        #expect(Cents(euros: String(shown)) == Cents(cents))
    }

    @Test(
        arguments: [
            (.franchise, "–"), (.rate(.normal), "20\u{A0}%"), (.rate(.intermediate), "10\u{A0}%"),
            (.rate(.reduced), "5,5\u{A0}%"), (.rate(.superReduced), "2,1\u{A0}%"),
        ] as [(VAT, String)]
    )
    func `a VAT rate, or a dash under the franchise`(vat: VAT, text: String) {
        #expect(vat.french == text)
    }
}

@Suite struct `Dates in French` {
    @Test(arguments: [("2026-05-12", "12/05/2026"), ("2026-01-01", "01/01/2026"), ("2026-12-31", "31/12/2026")])
    func `in a table`(iso: String, text: String) throws {
        #expect(try #require(Day(iso: iso)).frenchShort == text)
    }

    @Test(
        arguments: zip(
            1...12,
            [
                "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre",
                "novembre", "décembre",
            ]
        )
    )
    func `in a sentence`(month: Int, word: String) throws {
        #expect(try #require(Day(year: 2026, month: month, day: 12)).frenchLong == "12\u{A0}\(word)\u{A0}2026")
    }

    @Test func `the first of a month is 1er, no other day is`() throws {
        #expect(try #require(Day(iso: "2026-05-01")).frenchLong == "1er\u{A0}mai\u{A0}2026")
        #expect(try #require(Day(iso: "2026-05-21")).frenchLong == "21\u{A0}mai\u{A0}2026")
    }

    @Test func `a moment is shown as clocks in Paris show it`() throws {
        let noon = Instant(seconds: try #require(Day(iso: "2026-05-12")).number * 86_400 + 12 * 3_600 + 120)
        #expect(ParisTime(noon).french == "12/05/2026 à 14:02")
    }
}
