import Accounting
import Testing

@Suite struct `An amount` {
    @Test func `amounts add up, subtract and turn round`() {
        #expect(Cents(150) + Cents(-50) == Cents(100))
        #expect(Cents(150) - Cents(200) == Cents(-50))
        #expect(-Cents(7) == Cents(-7))
    }

    @Test func `adding in place`() {
        var amount = Cents(1)
        amount += Cents(2)
        #expect(amount == Cents(3))
    }

    @Test func `the smaller amount comes first`() {
        #expect([Cents(3), .zero, Cents(-1)].sorted() == [Cents(-1), .zero, Cents(3)])
    }

    @Test func `the sum of nothing is zero`() {
        #expect([Cents]().sum == .zero)
        #expect([Cents(10), Cents(-3)].sum == Cents(7))
    }
}

@Suite struct `An amount as typed` {
    @Test(arguments: [
        ("0", 0), ("1", 100), ("1234,56", 123_456), ("1234.56", 123_456), ("0,5", 50), (",5", 50), ("5,", 500),
        ("-12,30", -1_230), ("007", 700), ("100000000", 10_000_000_000),
    ])
    func `is read to the cent`(text: String, cents: Int64) {
        #expect(Cents(euros: text) == Cents(cents))
    }

    @Test(arguments: ["", "-", ",", "1,234", "0,001", "1,2,3", "1e3", "+5", "5-", "--5", "12 €", "abc", "100000000,01"])
    func `is refused when it is not euros and cents`(text: String) {
        #expect(Cents(euros: text) == nil)
    }

    @Test(arguments: [(0, "0,00"), (5, "0,05"), (-5, "-0,05"), (100, "1,00"), (123_456_789, "1234567,89")])
    func `is written with a comma and two decimals`(cents: Int64, text: String) {
        #expect(Cents(cents).euros == text)
    }

    @Test func `the smallest number there is can be written`() {
        #expect(Cents(.min).euros == "-92233720368547758,08")
    }
}
