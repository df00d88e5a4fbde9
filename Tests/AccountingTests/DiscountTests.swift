import Accounting
import Testing

@Suite struct `A discount` {
    @Test(arguments: [("10", 1_000), ("12,5", 1_250), ("0,01", 1), ("100", 10_000), (" 7.25 ", 725)])
    func `is read as a share`(text: String, hundredths: Int64) {
        #expect(Discount(text)?.hundredthsOfPercent == hundredths)
    }

    @Test(arguments: ["", "0", "-1", "100,01", "101", "1,001", "dix", "10 %"])
    func `is more than nothing and at most everything`(text: String) {
        #expect(Discount(text) == nil)
    }

    @Test(arguments: [(1_000, 45_000, 4_500), (3_333, 1_001, 334), (10_000, 45_000, 45_000), (50, 1, 0), (5_000, 1, 1)])
    func `takes off its share, halves rounded up`(hundredths: Int64, cents: Int64, off: Int64) throws {
        let discount = try #require(Discount(hundredthsOfPercent: hundredths))
        #expect(discount.off(Cents(cents)) == Cents(off))
    }
}

@Suite struct `The base in an amount with tax` {
    @Test(arguments: VATRate.allCases, [1, 2, 3, 99, 100, 12_345, 99_999_999])
    func `is found to the cent: with its tax it gives the amount, give or take one`(rate: VATRate, cents: Int64) {
        let vat = VAT.rate(rate)
        let base = vat.base(in: Cents(cents))
        #expect(abs((base + vat.tax(on: base)).value - cents) <= 1)
    }

    @Test func `is the amount where no tax is charged`() {
        for vat in [VAT.franchise] + VATExemption.allCases.map(VAT.exempt) {
            #expect(vat.base(in: Cents(123)) == Cents(123))
            #expect(vat.tax(on: Cents(123)) == .zero)
        }
    }
}

@Suite struct `The breakdown of VAT` {
    @Test func `stands in one order, whatever the order of the lines`() {
        let lines: [(net: Cents, vat: VAT)] = [
            (Cents(1), .exempt(.training)), (Cents(2), .rate(.reduced)), (Cents(4), .exempt(.export)),
            (Cents(8), .rate(.normal)),
        ]
        let expected: [VAT] = [.rate(.normal), .rate(.reduced), .exempt(.export), .exempt(.training)]
        for _ in 1...20 { #expect(Totals(lines: lines.shuffled()).breakdown.map(\.vat) == expected) }
    }
}
