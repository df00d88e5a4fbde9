import Testing

@testable import Accounting

@Suite struct `A quantity as typed` {
    @Test(arguments: [
        ("1", 10_000), ("1,5", 15_000), ("1.5", 15_000), ("0,0001", 1), ("1234,5678", 12_345_678), (" 2 ", 20_000),
        ("1000000", 10_000_000_000),
    ])
    func `is read to four decimals`(text: String, tenThousandths: Int64) {
        #expect(Quantity(text)?.tenThousandths == tenThousandths)
    }

    @Test(arguments: ["0", "0,0000", "-1", "-0,5"]) func `is above zero`(text: String) {
        #expect(Quantity(text) == nil)
    }

    /// EN 16931 BT-129 as France limits it: at most four decimals.
    @Test func `BR-FR, BT-129: has at most four decimals`() {
        #expect(Quantity("0,00001") == nil)
        #expect(Quantity("1,00000") == nil)
    }

    @Test(arguments: ["1000000,0001", "1000001", "99999999999999999999999999", "9223372036854775808"])
    func `is at most a million`(text: String) {
        #expect(Quantity(text) == nil)
    }

    @Test(arguments: [
        "", " ", ",", ".", "-", "1,5.0", "1..5", "1,,5", "+1", "1-", "1 -2", "0x10", "1e2", "douze", "½", "١", "１", "∞",
        "NaN", "1\n2",
    ])
    func `is not guessed from something else`(text: String) {
        #expect(Quantity(text) == nil)
    }

    @Test(arguments: [
        (10_000, "1"), (15_000, "1,5"), (1, "0,0001"), (12_345_678, "1234,5678"), (10_000_000_000, "1000000"),
    ])
    func `is written without needless zeros`(tenThousandths: Int64, text: String) {
        #expect(Quantity(tenThousandths: tenThousandths).text == text)
    }
}

@Suite struct `A unit price as typed` {
    @Test(arguments: [
        ("450", 450_000_000), ("1250,50", 1_250_500_000), ("0,000001", 1), ("0.333333", 333_333),
        ("10000000", 10_000_000_000_000),
    ])
    func `is read to six decimals`(text: String, millionths: Int64) {
        #expect(UnitPrice(text)?.millionths == millionths)
    }

    /// XP Z12-012: a price is above zero, a discount is an allowance.
    @Test(arguments: ["0", "0,00", "-1", "-0,000001"]) func `BR-FR, BT-146: is above zero`(text: String) {
        #expect(UnitPrice(text) == nil)
    }

    @Test func `BR-FR, BT-146: has at most six decimals`() {
        #expect(UnitPrice("0,0000001") == nil)
    }

    @Test(arguments: ["10000000,000001", "10000001", "123456789012345678901234567890"])
    func `is at most ten million`(text: String) {
        #expect(UnitPrice(text) == nil)
    }

    @Test(arguments: [(450_000_000, "450,00"), (1_250_500_000, "1250,50"), (1, "0,000001"), (1_234_500, "1,2345")])
    func `is written with at least two decimals`(millionths: Int64, text: String) {
        #expect(UnitPrice(millionths: millionths).text == text)
    }
}

@Suite struct `Spaces in a number` {
    /// Every horizontal space of Unicode that a spreadsheet, a word processor or a keyboard may put there.
    static let spaces: [Character] = [
        " ", "\u{A0}", "\u{2002}", "\u{2003}", "\u{2007}", "\u{2009}", "\u{200A}", "\u{202F}", "\t",
    ]

    @Test(arguments: spaces) func `of every width group digits`(space: Character) {
        #expect(UnitPrice("1\(space)250,50")?.millionths == 1_250_500_000)
    }

    @Test(arguments: spaces) func `of every width may stand around it`(space: Character) {
        #expect(Quantity("\(space)1,5\(space)")?.tenThousandths == 15_000)
    }

    @Test func `may stand before a sign`() {
        #expect(Cents(euros: " -1 234,56") == Cents(-123_456))
    }
}

@Suite struct `Rounding` {
    /// (dividend, divisor, nearest whole number with halves away from zero), reckoned by hand.
    @Test(
        arguments: [
            (0, 10, 0), (4, 10, 0), (5, 10, 1), (14, 10, 1), (15, 10, 2), (-4, 10, 0), (-5, 10, -1), (-14, 10, -1),
            (-15, 10, -2), (1, 3, 0), (2, 3, 1), (-1, 3, 0), (-2, 3, -1), (49, 100, 0), (50, 100, 1), (7, 1, 7),
        ] as [(Int128, Int128, Int64)]
    )
    func `halves go away from zero`(dividend: Int128, divisor: Int128, expected: Int64) {
        #expect(roundedHalfUp(dividend, dividedBy: divisor) == expected)
    }

    @Test func `a product wider than 64 bits is rounded, not cut`() {
        // 10 000 000 € × 1 000 000 = 10 000 000 000 000 €; the product before rounding is 10^23.
        #expect(UnitPrice.maximum.times(.maximum) == Cents(1_000_000_000_000_000))
    }

    /// (price in millionths, quantity in ten-thousandths, cents): EN 16931 BT-131.
    @Test(
        arguments: [
            (333_333, 30_000, 100), (333_333, 10_000, 33), (5_000, 10_000, 1), (4_999, 10_000, 0), (15_000, 10_000, 2),
            (1_250_500_000, 15_000, 187_575), (1, 1, 0),
        ] as [(Int64, Int64, Int64)]
    )
    func `BT-131: a line is its price times its quantity, to the cent`(price: Int64, quantity: Int64, cents: Int64) {
        #expect(UnitPrice(millionths: price).times(Quantity(tenThousandths: quantity)) == Cents(cents))
    }
}
