import Accounting
import Invoicing

extension Sample {
    /// Every way in which VAT applies, and mixtures of them.
    static var vatSamples: [Sample] {
        get throws {
            let supplied = try read("2026-11-20") { Day(iso: $0) }
            let taxed = try Seller.taxed()
            let numbered = try Seller.franchise(vatNumber: "FR44732829320")
            let builder = try Buyer.company("Bâtir SAS", vatNumber: "FR83443061841")
            var samples = [
                Sample("franchise", try .of([.of()], seller: .franchise(), buyer: .company())),
                Sample("franchise-goods", try .of([.of()], seller: .franchise(activity: .sale), buyer: .company())),
                Sample(
                    "franchise-liberal",
                    try .of([.of()], seller: .franchise(activity: .liberal), buyer: .company())
                ),
                Sample(
                    "franchise-eu-service",
                    try .of([.of("Audit", "900", .exempt(.servicesInUnion))], seller: numbered, buyer: .german())
                ),
                Sample(
                    "franchise-mixed-with-eu-service",
                    try .of(
                        [.of("Audit", "900", .exempt(.servicesInUnion)), .of()],
                        seller: numbered,
                        buyer: .german()
                    )
                ),
                Sample(
                    "mixed-rates",
                    try .of(
                        VATRate.allCases.map { try .of("À \($0.text)", "33.33", quantity: "3", .rate($0)) },
                        seller: taxed,
                        buyer: .company()
                    )
                ),
                Sample(
                    "mixed-rates-and-exemptions",
                    try .of(
                        [
                            .of("Conseil", "100.10", .rate(.normal)), .of("Livre", "19.99", .rate(.reduced)),
                            .of("Formation", "700", .exempt(.training)), .of("Soins", "60", .exempt(.healthCare)),
                        ],
                        seller: taxed,
                        buyer: .company()
                    )
                ),
                Sample(
                    "exemptions-of-one-category",
                    try .of(
                        [
                            .of("Audit", "900", .exempt(.servicesInUnion)),
                            .of("Pose", "500", .exempt(.buildingSubcontract)),
                        ],
                        seller: taxed,
                        buyer: .german()
                    )
                ),
                Sample(
                    "franchise-with-disbursement",
                    try .of(
                        [.of(), .of("Timbres fiscaux", "37.45", .exempt(.disbursement))],
                        seller: .franchise(),
                        buyer: .company()
                    )
                ),
                Sample(
                    "mixed-rates-with-disbursement",
                    try .of(
                        [
                            .of("Conseil", "100.10", .rate(.normal)), .of("Livre", "19.99", .rate(.reduced)),
                            .of("Greffe", "12.34", .exempt(.disbursement)),
                        ],
                        seller: taxed,
                        buyer: .company()
                    )
                ),
                Sample(
                    "vat-on-debits",
                    try .of([.of("Conseil", "450", .rate(.normal))], seller: .taxed(onDebits: true), buyer: .company())
                ),
            ]
            for rate in VATRate.allCases {
                let line = try InvoiceLine.of("Au taux de \(rate.text)", "123.45", .rate(rate))
                samples.append(Sample("rate-\(rate.rawValue)", try .of([line], seller: taxed, buyer: .company())))
            }
            for exemption in VATExemption.allCases {
                let buyer =
                    switch exemption {
                    case .servicesInUnion, .goodsInUnion: try Buyer.german()
                    case .export: try Buyer.swiss()
                    case .buildingSubcontract: builder
                    case .training, .healthCare, .disbursement: try Buyer.company()
                    }
                let seller = try Seller.taxed(
                    activity: exemption == .goodsInUnion || exemption == .export ? .sale : .service
                )
                let line = try InvoiceLine.of("Prestation ou bien exonéré", "1250.50", .exempt(exemption))
                let invoice = try IssuedInvoice.of([line], seller: seller, buyer: buyer, suppliedOn: supplied)
                samples.append(Sample("exempt-" + exemption.rawValue.replacing("_", with: "-"), invoice))
            }
            return samples
        }
    }
}
