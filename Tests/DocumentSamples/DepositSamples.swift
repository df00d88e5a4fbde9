import Accounting
import Invoicing

extension Sample {
    /// Deposits, what is left after them, and what is taken back of either.
    static var depositSamples: [Sample] {
        get throws {
            let seller = try Seller.taxed()
            let first = try IssuedInvoice.of(
                [.of("Acompte de 30 %", "300", .rate(.normal))],
                seller: seller,
                buyer: .company(),
                kind: .deposit,
                sequence: 3
            )
            let second = try IssuedInvoice.of(
                [.of("Second acompte", "120.5", .rate(.normal))],
                seller: seller,
                buyer: .company(),
                kind: .deposit,
                sequence: 4
            )
            let work = try InvoiceLine.of("Site complet", "1000", .rate(.normal))
            let afterOne = try IssuedInvoice.of([work], seller: seller, buyer: .company(), deposits: [first.deducted])
            let afterTwo = try IssuedInvoice.of(
                [work],
                seller: seller,
                buyer: .company(),
                deposits: [first.deducted, second.deducted]
            )
            let franchise = try Seller.franchise(activity: .sale, bank: Seller.iban)
            let goods = try IssuedInvoice.of(
                [.of("Acompte sur meuble", "80")],
                seller: franchise,
                buyer: .person(),
                kind: .deposit,
                sequence: 5
            )
            let table = try IssuedInvoice.of(
                [.of("Table en chêne", "640")],
                seller: franchise,
                buyer: .person(),
                deposits: [goods.deducted]
            )
            let part = try afterTwo.creditNote(.amount(Cents(10_000)))
            return [
                Sample("deposit", first),
                Sample("deposit-of-consumer", goods),
                Sample("balance-after-one-deposit", afterOne),
                Sample("balance-after-two-deposits", afterTwo),
                Sample("balance-of-goods", table),
                Sample("credit-of-deposit", try first.creditNote(.rest), on: first),
                Sample("credit-of-balance", try afterTwo.creditNote(.rest), on: afterTwo),
                Sample("credit-of-balance-in-part", part, on: afterTwo),
                Sample("credit-of-balance-the-rest", try afterTwo.creditNote(.rest, after: [part]), on: afterTwo),
            ]
        }
    }
}
