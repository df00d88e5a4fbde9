import Accounting
import Invoicing

extension Sample {
    /// Discounts that come out even, and that do not.
    static var discountSamples: [Sample] {
        get throws {
            let seller = try Seller.taxed()
            func sample(_ name: String, _ lines: [InvoiceLine]) throws -> Sample {
                Sample(name, try .of(lines, seller: seller, buyer: .company()))
            }
            return [
                try sample("discount", [.of("Conseil", "450", quantity: "2", .rate(.normal), discount: "10")]),
                try sample(
                    "discount-of-everything",
                    [.of("Geste", "80", .rate(.normal), discount: "100"), .of("Conseil", "450", .rate(.normal))]
                ),
                try sample(
                    "discounts-in-thirds-of-cents",
                    [
                        .of("Tiers", "33.33", quantity: "0.3333", .rate(.normal), discount: "33.33"),
                        .of("Demi", "0.015", quantity: "333", unit: "h", .rate(.reduced), discount: "12.5"),
                        .of("Rien", "0.01", .rate(.superReduced), discount: "0.01"),
                        .of("Fin", "0.000001", quantity: "999999.9999", unit: "km", .rate(.normal), discount: "0.5"),
                    ]
                ),
                try sample(
                    "units",
                    ["heure", "h", "jours", "mois", "kg", "m²", "m", "km", "forfait", "", "bouquets", "L"].map {
                        try .of("Par « \($0) »", "12.5", quantity: "1.25", unit: $0, .rate(.normal))
                    }
                ),
            ]
        }
    }

    /// The least and the most there can be.
    static var amountSamples: [Sample] {
        get throws {
            let (franchise, taxed) = (try Seller.franchise(bank: Seller.iban), try Seller.taxed())
            return [
                Sample("one-cent", try .of([.of("Un centime", "0.01")], seller: franchise, buyer: .company())),
                Sample(
                    "one-cent-taxed",
                    try .of([.of("Un centime", "0.01", .rate(.normal))], seller: taxed, buyer: .company())
                ),
                Sample("the-most", try .of([.of("Chantier", "999999.99")], seller: franchise, buyer: .company())),
                Sample(
                    "the-most-taxed",
                    try .of([.of("Chantier", "947867.29", .rate(.reduced))], seller: taxed, buyer: .company())
                ),
                Sample(
                    "many-small-quantities",
                    try .of(
                        [.of("Clics", "0.001234", quantity: "1000000", unit: "")],
                        seller: franchise,
                        buyer: .company()
                    )
                ),
            ]
        }
    }

    /// Lines by the hundred and designations by the page.
    static var lengthSamples: [Sample] {
        get throws {
            let seller = try Seller.taxed()
            let rates: [VATRate] = [.normal, .reduced, .superReduced]
            var samples = try [1, 2, 25, 60, 500].map { count in
                let lines = try (0..<count).map {
                    try InvoiceLine.of(
                        "Article n° \($0 + 1)",
                        "\($0 % 90 + 1).37",
                        quantity: "\($0 % 7 + 1)",
                        .rate(rates[$0 % 3])
                    )
                }
                return Sample("lines-\(count)", try .of(lines, seller: seller, buyer: .company()))
            }
            let sentence = "Étude, conception et réalisation de l’ouvrage décrit au devis. "
            let long = String(String(repeating: sentence, count: 170).prefix(10_000))
            samples.append(
                Sample(
                    "designation-of-10000",
                    try .of([.of(long, "450", .rate(.normal))], seller: seller, buyer: .company())
                )
            )
            samples.append(
                Sample(
                    "designation-in-lines",
                    try .of(
                        [.of("Lot 1\nDépose\r\nRepose\rFin", "450", .rate(.normal))],
                        seller: seller,
                        buyer: .company()
                    )
                )
            )
            return samples
        }
    }
}
