import Accounting
import Invoicing
import Testing

/// Documents that nothing is wrong with.
enum Sample {
    static func seller(
        vatNumber: String? = nil,
        isUnderFranchise: Bool = true,
        activity: Activity = .service,
        bank: BankDetails? = nil,
        notices: SellerNotices = SellerNotices()
    ) throws -> Seller {
        Seller(
            name: "Jeanne Martin",
            tradeName: "Atelier Jeanne",
            address: Address(street: "1 rue de la Paix", postalCode: "75002", city: "Paris"),
            siren: try #require(SIREN("732829320")),
            vatNumber: vatNumber,
            isUnderFranchise: isUnderFranchise,
            activity: activity,
            bank: bank,
            notices: notices
        )
    }

    static func bank(bic: String? = nil) throws -> BankDetails {
        BankDetails(iban: try #require(IBAN("FR1420041010050500013M02606")), bic: bic.flatMap { BIC($0) })
    }

    static func buyer(
        _ kind: Buyer.Kind = .business,
        name: String = "Durand SARL",
        siren: String? = "443061841",
        email: String? = nil,
        country: String = "FR"
    ) -> Buyer {
        Buyer(
            kind: kind,
            name: name,
            address: Address(street: "2 quai Voltaire", postalCode: "75007", city: "Paris", country: country),
            siren: siren.flatMap { SIREN($0) },
            vatNumber: country == "FR" ? nil : "DE136695976",
            email: email
        )
    }

    static func line(
        _ designation: String = "Conseil",
        price: String = "450",
        quantity: String = "1",
        unit: String = "jour",
        vat: VAT = .franchise,
        discount: String? = nil
    ) throws -> InvoiceLine {
        InvoiceLine(
            designation: designation,
            quantity: try #require(Quantity(quantity)),
            unit: unit,
            unitPrice: try #require(UnitPrice(price)),
            vat: vat,
            discount: discount.flatMap { Discount($0) }
        )
    }

    static func invoice(
        _ lines: [InvoiceLine],
        seller: Seller? = nil,
        buyer: Buyer = buyer(),
        kind: InvoiceKind = .invoice,
        deposits: [DeductedDeposit] = []
    ) throws -> IssuedInvoice {
        try Draft(
            seller: try seller ?? Self.seller(),
            buyer: buyer,
            subject: "Site",
            lines: lines,
            suppliedOn: nil,
            paymentTermDays: 30,
            kind: kind,
            deposits: deposits
        ).issued(as: number(7), on: day)
    }

    static func number(_ sequence: Int64, _ series: InvoiceNumber.Series = .invoice) -> InvoiceNumber {
        InvoiceNumber(series: series, year: 2026, sequence: sequence)
    }

    /// 23 November 2026.
    static let day = Day(number: 20_780)
}
