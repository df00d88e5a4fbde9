import Accounting
import Invoicing

extension Sample {
    /// Every kind of client, with all and with nothing known of them.
    static var buyerSamples: [Sample] {
        get throws {
            let buyers: [(String, Buyer)] = [
                ("business", try .company()),
                ("business-with-vat-number", try .company(vatNumber: "FR83443061841")),
                ("business-without-siren", try .company(siren: nil)),
                ("business-without-siren-nor-email", try .company(siren: nil, email: nil)),
                ("consumer", .person()),
                ("consumer-without-address", .person(address: .nowhere)),
                ("consumer-without-email", .person(email: nil)),
                ("consumer-without-anything", .person(email: nil, address: .nowhere)),
                (
                    "consumer-in-belgium",
                    .person(
                        address: Address(street: "Rue Neuve 1", postalCode: "1000", city: "Bruxelles", country: "BE")
                    )
                ),
                ("business-in-germany", try .german()),
                ("business-in-switzerland", try .swiss()),
                ("business-in-switzerland-without-email", try .swiss(email: nil)),
            ]
            return try buyers.map { name, buyer in
                Sample(name, try .of([.of()], seller: .franchise(bank: Seller.iban), buyer: buyer))
            }
        }
    }

    /// Every thing a seller may add, and all of them.
    static var sellerSamples: [Sample] {
        get throws {
            let contact = Contact(email: "jeanne@example.org", phone: "06 12 34 56 78")
            let notices = SellerNotices(
                registration: "RCS Paris",
                insurance: "AXA, 313 Terrasses de l’Arche, 92727 Nanterre ; France métropolitaine",
                mediator: "CM2C, 49 rue de Ponthieu, 75008 Paris, cm2c.net"
            )
            let sellers: [(String, Seller)] = [
                ("with-account", try .franchise(bank: Seller.iban)),
                ("with-account-and-bic", try .franchise(bank: Seller.iban, bic: "BNPAFRPP")),
                ("with-trade-name", try .franchise(tradeName: "L’Atelier d’à côté")),
                ("with-siret", try .franchise(siret: "73282932000074")),
                ("with-phone", try .franchise(contact: Contact(phone: "+33 6 12 34 56 78"))),
                ("with-notices", try .franchise(notices: notices)),
                (
                    "with-everything",
                    try .franchise(
                        tradeName: "Atelier Jeanne",
                        vatNumber: "FR44732829320",
                        bank: Seller.iban,
                        bic: "BNPAFRPPXXX",
                        siret: "73282932000074",
                        contact: contact,
                        notices: notices
                    )
                ),
            ]
            let supplied = try read("2026-10-31") { Day(iso: $0) }
            return try sellers.flatMap { name, seller in
                [
                    Sample(
                        name,
                        try .of(
                            [.of()],
                            seller: seller,
                            buyer: .company(),
                            subject: "Refonte du site",
                            suppliedOn: supplied,
                            purchaseOrder: "BC-4711/2026"
                        )
                    )
                ]
            } + [
                Sample("consumer-with-everything", try .of([.of()], seller: sellers[6].1, buyer: .person())),
                Sample("due-at-once", try .of([.of()], seller: sellers[0].1, buyer: .company(), term: 0)),
                Sample("due-in-sixty-days", try .of([.of()], seller: sellers[0].1, buyer: .company(), term: 60)),
            ]
        }
    }
}
