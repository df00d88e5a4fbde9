import Accounting
import Invoicing
import Testing

/// Parties and lines that nothing is wrong with.
enum Sample {
    static func seller(isUnderFranchise: Bool = true) throws -> Seller {
        Seller(
            name: "Jeanne Martin",
            tradeName: "Atelier Jeanne",
            address: Address(street: "1 rue de la Paix", postalCode: "75002", city: "Paris"),
            siren: try #require(SIREN("732829320")),
            vatNumber: isUnderFranchise ? nil : "FR44732829320",
            isUnderFranchise: isUnderFranchise,
            activity: .service,
            bank: BankDetails(iban: try #require(IBAN("FR1420041010050500013M02606")), bic: BIC("BNPAFRPP"))
        )
    }

    static func buyer(
        _ kind: Buyer.Kind = .business,
        address: Address = Address(street: "2 quai Voltaire", postalCode: "75007", city: "Paris")
    ) -> Buyer {
        Buyer(kind: kind, name: "Durand SARL", address: address, siren: SIREN("443061841"), vatNumber: nil, email: nil)
    }

    static func line(_ price: String = "450", _ vat: VAT = .franchise) throws -> InvoiceLine {
        InvoiceLine(
            designation: "Conseil",
            quantity: try #require(Quantity("1")),
            unit: "jour",
            unitPrice: try #require(UnitPrice(price)),
            vat: vat
        )
    }

    static func draft(
        isUnderFranchise: Bool = true,
        buyer: Buyer = buyer(),
        subject: String = "Site",
        lines: [InvoiceLine],
        term: Int = 30
    ) throws -> Draft {
        Draft(
            seller: try seller(isUnderFranchise: isUnderFranchise),
            buyer: buyer,
            subject: subject,
            lines: lines,
            suppliedOn: Day(number: 19_990),
            paymentTermDays: term
        )
    }

    static let number = InvoiceNumber(series: .invoice, year: 2026, sequence: 1)
    static let day = Day(number: 20_780)
}
