import Accounting
import TestSupport
import Testing

/// EN 16931-1 §6.4: the conditions of an invoice's totals.
@Suite struct `Totals of an invoice` {
    private static let treatments: [VAT] = [.franchise] + VATRate.allCases.map(VAT.rate)

    /// Lines drawn by lot, thirds of cents among them.
    private static func lines(_ lot: inout Lot, from treatments: [VAT]) -> [(net: Cents, vat: VAT)] {
        (0..<Int.random(in: 1...40, using: &lot)).map { _ in
            let price = UnitPrice(millionths: Int64.random(in: 1...2_000_000_000, using: &lot))
            let quantity = Quantity(tenThousandths: Int64.random(in: 1...1_000_000, using: &lot))
            return (price.times(quantity), treatments[Int.random(in: 0..<treatments.count, using: &lot)])
        }
    }

    // Rates of the law in percent (CGI art. 278, 278-0 bis, 279, 281 quater), a base of 1 000 €, its tax by hand.
    @Test(
        arguments: [
            (.rate(.normal), 20_000), (.rate(.intermediate), 10_000), (.rate(.reduced), 5_500),
            (.rate(.superReduced), 2_100),
            (.franchise, 0),
        ] as [(VAT, Int64)]
    )
    func `CGI art. 278 to 281 quater: each rate gives its tax`(vat: VAT, tax: Int64) {
        #expect(vat.tax(on: Cents(100_000)) == Cents(tax))
        #expect(vat.tax(on: Cents(-100_000)) == Cents(-tax))
    }

    // For example 5,5 % of 9 cents is 0,495 cent, of 10 cents 0,55 cent; 10 % of 5 cents is half a cent.
    @Test(
        arguments: [
            (.rate(.reduced), 9, 0), (.rate(.reduced), 10, 1), (.rate(.superReduced), 250, 5),
            (.rate(.intermediate), 5, 1),
            (.rate(.intermediate), 4, 0), (.rate(.normal), 2, 0), (.rate(.normal), 3, 1),
            (.rate(.intermediate), -5, -1),
        ] as [(VAT, Int64, Int64)]
    )
    func `BR-CO-17: a rate's tax is rounded half-up to the cent`(vat: VAT, base: Int64, tax: Int64) {
        #expect(vat.tax(on: Cents(base)) == Cents(tax))
    }

    @Test func `BR-CO-17: tax is rounded once for each rate, not once for each line`() {
        // Three lines of 0,33 € at 20 %: 0,066 € each would round to 0,07 €, 0,21 € in all; on the sum it is 0,198 €.
        let totals = Totals(lines: Array(repeating: (Cents(33), .rate(.normal)), count: 3))
        #expect(totals.tax == Cents(20))
        #expect(totals.gross == Cents(119))
    }

    @Test func `lines of a third of a euro add up to what is printed`() throws {
        // 1/3 € cannot be written: 0,333333 € × 1 is 0,33 €, × 3 is 1,00 €.
        let third = try #require(UnitPrice("0,333333"))
        let one = third.times(Quantity(tenThousandths: 10_000))
        let three = third.times(Quantity(tenThousandths: 30_000))
        let totals = Totals(lines: [(one, .franchise), (one, .franchise), (one, .franchise), (three, .franchise)])
        #expect(totals.gross == Cents(199))
    }

    @Test func `BG-23: one line for each treatment, highest rate first`() {
        let totals = Totals(lines: [
            (Cents(1_000), .rate(.superReduced)), (Cents(2_000), .rate(.normal)), (Cents(3_000), .rate(.reduced)),
            (Cents(500), .rate(.normal)), (Cents(100), .rate(.intermediate)),
        ])
        #expect(
            totals.breakdown == [
                Totals.VATLine(vat: .rate(.normal), base: Cents(2_500), tax: Cents(500)),
                Totals.VATLine(vat: .rate(.intermediate), base: Cents(100), tax: Cents(10)),
                Totals.VATLine(vat: .rate(.reduced), base: Cents(3_000), tax: Cents(165)),
                Totals.VATLine(vat: .rate(.superReduced), base: Cents(1_000), tax: Cents(21)),
            ]
        )
        #expect(totals.net == Cents(6_600))
        #expect(totals.tax == Cents(696))
        #expect(totals.gross == Cents(7_296))
    }

    @Test func `nothing totals nothing`() {
        #expect(Totals(lines: []) == Totals(net: .zero, tax: .zero, breakdown: []))
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>) func `BR-CO-10 and 13: the net is the sum of the lines`(
        seed: UInt64
    ) {
        var lot = Lot(seed: seed)
        let lines = Self.lines(&lot, from: Self.treatments)
        let cents = lines.reduce(0) { $0 + $1.net.value }
        #expect(Totals(lines: lines).net.value == cents)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>)
    func `BR-CO-14 and 15: the taxes add up, and the gross is net and tax`(seed: UInt64) {
        var lot = Lot(seed: seed)
        let totals = Totals(lines: Self.lines(&lot, from: Self.treatments))
        #expect(totals.breakdown.reduce(0) { $0 + $1.tax.value } == totals.tax.value)
        #expect(totals.breakdown.reduce(0) { $0 + $1.base.value } == totals.net.value)
        #expect(totals.gross.value == totals.net.value + totals.tax.value)
    }

    @Test(arguments: 1...200 as ClosedRange<UInt64>) func `BR-CO-17: each tax is the nearest cent to base times rate`(
        seed: UInt64
    ) {
        var lot = Lot(seed: seed)
        for line in Totals(lines: Self.lines(&lot, from: Self.treatments)).breakdown {
            // Half a cent away at most: |10000 × tax − base × rate| ≤ 5000, the half itself going up.
            let error = line.tax.value * 10_000 - line.base.value * line.vat.hundredthsOfPercent
            #expect(error > -5_000 && error <= 5_000)
        }
    }

    @Test(arguments: 1...50 as ClosedRange<UInt64>) func `the order of lines changes nothing`(seed: UInt64) {
        var lot = Lot(seed: seed)
        let lines = Self.lines(&lot, from: Self.treatments)
        #expect(Totals(lines: lines.shuffled(using: &lot)) == Totals(lines: lines))
    }

    @Test func `CGI art. 293 B: under the franchise there is no tax`() {
        var lot = Lot(seed: 293)
        let totals = Totals(lines: Self.lines(&lot, from: [.franchise]))
        #expect(totals.tax == .zero)
        #expect(totals.gross == totals.net)
    }

    @Test(
        arguments: [(.normal, "20"), (.intermediate, "10"), (.reduced, "5,5"), (.superReduced, "2,1")]
            as [(VATRate, String)]
    )
    func `a rate is written as the French write it`(rate: VATRate, text: String) {
        #expect(rate.text == text + "\u{A0}%")
    }
}
