import Accounting
import Invoicing
import Payments
import Testing

@Suite struct `The commission` {
    /// 1,7 % + 0,25 €, reckoned by hand.
    @Test(
        arguments: [
            (50, 26), (100, 27), (500, 34), (1_000, 42), (1_500, 51), (2_950, 75), (12_000, 229), (50_000, 875),
            (123_456, 2_124), (400_000, 6_825), (99_999_999, 1_700_025),
        ] as [(Int64, Int64)]
    )
    func `is 1,7 % and 25 cents`(amount: Int64, commission: Int64) {
        #expect(Commission.on(Cents(amount)) == Cents(commission))
    }

    /// In thousandths of a cent, where 1,7 % is exact: never more than half a cent away, the half itself going up.
    @Test func `is the nearest cent for every amount up to 20 000 euros`() {
        let wrong = (50...2_000_000 as ClosedRange<Int64>).filter { amount in
            let error = (Commission.on(Cents(amount)).value - 25) * 1_000 - amount * 17
            return error <= -500 || error > 500
        }
        #expect(wrong.isEmpty)
    }

    @Test(arguments: [50, 51, 99, 12_000, 99_999_999] as [Int64]) func `never eats the whole payment`(amount: Int64) {
        #expect(Commission.on(Cents(amount)) < Cents(amount))
    }
}

@Suite struct `Amounts online` {
    /// Stripe: "the minimum amount is 0.50 US dollars or equivalent", "up to eight digits".
    @Test(
        arguments: [(49, false), (50, true), (99_999_999, true), (100_000_000, false), (0, false), (-50, false)]
            as [(Int64, Bool)]
    )
    func `run from 0,50 € to 999 999,99 €`(cents: Int64, isTaken: Bool) {
        #expect(OnlineAmount.range.contains(Cents(cents)) == isTaken)
    }

    @Test(arguments: [(99, false), (100, true), (400_000, true), (400_001, false)] as [(Int64, Bool)])
    func `Klarna takes a person's from 1 € to 4 000 €`(cents: Int64, isOffered: Bool) {
        #expect(Klarna.isOffered(to: .person, for: Cents(cents)) == isOffered)
    }

    /// Stripe: "Klarna doesn't support B2B payments".
    @Test(arguments: [100, 12_000, 400_000] as [Int64]) func `Klarna is never offered to a business`(cents: Int64) {
        #expect(!Klarna.isOffered(to: .business, for: Cents(cents)))
    }

    @Test func `of the largest sum that can be typed is a number, not a crash`() {
        let largest = UnitPrice.maximum.times(Quantity.maximum).value * 500
        #expect(Commission.on(Cents(largest)) > .zero)
    }
}
