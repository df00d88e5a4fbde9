import Accounting
import Invoicing

extension Sample {
    /// Every way to take back an invoice.
    static var creditNoteSamples: [Sample] {
        get throws {
            let seller = try Seller.taxed()
            let simple = try IssuedInvoice.of([.of()], seller: .franchise(bank: Seller.iban), buyer: .company())
            let forPerson = try IssuedInvoice.of([.of()], seller: .franchise(), buyer: .person())
            let mixed = try IssuedInvoice.of(
                [
                    .of("Conseil", "333.33", quantity: "3", .rate(.normal), discount: "7"),
                    .of("Livre", "19.99", quantity: "5", unit: "", .rate(.reduced)),
                    .of("Formation", "210.1", .exempt(.training)),
                ],
                seller: seller,
                buyer: .company()
            )
            let union = try IssuedInvoice.of(
                [.of("Machine", "7000", .exempt(.goodsInUnion))],
                seller: .taxed(activity: .sale),
                buyer: .german(),
                suppliedOn: try read("2026-11-20") { Day(iso: $0) }
            )
            let withDisbursement = try IssuedInvoice.of(
                [.of("Conseil", "450", .rate(.normal)), .of("Greffe", "12.34", .exempt(.disbursement))],
                seller: seller,
                buyer: .company()
            )
            let someLines = CreditedContent.Scope.lines([
                0: try read("1.5") { Quantity($0) }, 1: try read("2") { Quantity($0) },
            ])
            let byAmount = try mixed.creditNote(
                .amount(Cents(12_345)),
                reason: "Remise convenue après coup & « geste »"
            )
            let byLines = try mixed.creditNote(someLines)
            let cent = try mixed.creditNote(.amount(Cents(1)))
            return [
                Sample("credit-total", try simple.creditNote(.rest), on: simple),
                Sample("credit-total-of-consumer", try forPerson.creditNote(.rest), on: forPerson),
                Sample("credit-total-over-mixed-rates", try mixed.creditNote(.rest), on: mixed),
                Sample("credit-by-amount-over-mixed-rates", byAmount, on: mixed),
                Sample("credit-the-rest-after-an-amount", try mixed.creditNote(.rest, after: [byAmount]), on: mixed),
                Sample("credit-by-lines", byLines, on: mixed),
                Sample("credit-the-rest-after-lines", try mixed.creditNote(.rest, after: [byLines]), on: mixed),
                Sample("credit-of-one-cent", cent, on: mixed),
                Sample("credit-the-rest-after-one-cent", try mixed.creditNote(.rest, after: [cent]), on: mixed),
                Sample("credit-total-with-disbursement", try withDisbursement.creditNote(.rest), on: withDisbursement),
                Sample("credit-in-union", try union.creditNote(.rest, reason: ""), on: union),
            ]
        }
    }
}
