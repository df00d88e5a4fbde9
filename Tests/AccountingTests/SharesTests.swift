import Accounting
import TestSupport
import Testing

@Suite struct `What a receipt is made of` {
    private let taxed = Totals(net: Cents(10_000), tax: Cents(2_000), breakdown: [])

    private func shares(of totals: Totals) -> Shares { totals.shares(of: totals.gross) }

    @Test(arguments: [(12_000, 10_000), (6_000, 5_000), (1, 1), (100, 83), (0, 0)])
    func `is turnover and VAT as in the document`(amount: Int64, net: Int64) {
        #expect(shares(of: taxed).part(Cents(amount)).net == Cents(net))
        #expect(shares(of: taxed).part(Cents(-amount)).net == Cents(-net))
    }

    @Test func `is all turnover under the franchise`() {
        let totals = Totals(net: Cents(777), tax: .zero, breakdown: [])
        #expect(shares(of: totals).part(Cents(333)).net == Cents(333))
    }

    @Test func `CGI art. 267 II 2°: a « débours » is neither turnover nor in the base of VAT`() {
        let totals = Totals(lines: [(Cents(100_000), .rate(.normal)), (Cents(3_745), .exempt(.disbursement))])
        #expect(totals.tax == Cents(20_000))
        #expect((totals.supplied, totals.disbursed) == (Cents(100_000), Cents(3_745)))
        #expect(totals.gross == Cents(123_745))
        let shares = totals.shares(of: totals.gross)
        #expect(shares == Shares(amount: Cents(123_745), net: Cents(100_000), disbursed: Cents(3_745)))
        #expect(shares.tax == Cents(20_000))
    }

    @Test func `is what a deposit left: all of the « débours », and the rest of what was supplied`() {
        let totals = Totals(lines: [(Cents(100_000), .rate(.normal)), (Cents(3_745), .exempt(.disbursement))])
        let shares = totals.shares(of: Cents(63_745))
        #expect(shares == Shares(amount: Cents(63_745), net: Cents(50_000), disbursed: Cents(3_745)))
    }

    @Test func `may be « débours » alone`() {
        let shares = shares(of: Totals(lines: [(Cents(3_745), .exempt(.disbursement))]))
        #expect(shares.part(Cents(45)) == Shares(amount: Cents(45), net: .zero, disbursed: Cents(45)))
    }

    @Test(arguments: 1...60) func `adds up to the document, to the cent, however it is cut`(seed: UInt64) {
        var lot = Lot(seed: seed)
        let kinds: [VAT] = [.franchise, .rate(.normal), .rate(.reduced), .exempt(.disbursement)]
        let totals = Totals(
            lines: (0...3).map { _ in
                (Cents(Int64.random(in: 1...9_999, using: &lot)), kinds[Int.random(in: 0...3, using: &lot)])
            }
        )
        let whole = shares(of: totals)
        var (left, cuts) = (whole, [Shares]())
        while left.amount > .zero {
            let cut = left.part(Cents(Int64.random(in: 1...left.amount.value, using: &lot)))
            #expect(cut.net >= .zero && cut.disbursed >= .zero && cut.tax >= .zero, "seed \(seed): \(cut)")
            cuts.append(cut)
            left = left - cut
        }
        #expect(cuts.sum == whole, "seed \(seed)")
    }
}
