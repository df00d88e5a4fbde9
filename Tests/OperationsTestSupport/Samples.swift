public import Accounting
public import Invoicing

extension Seller {
    /// A seller under the franchise.
    public static let jeanne = named("Jeanne Martin")

    /// A seller under the franchise with this name.
    public static func named(_ name: String) -> Seller {
        Seller(
            name: name,
            tradeName: "Studio Jeanne",
            address: Address(street: "12 rue des Lilas", postalCode: "35000", city: "Rennes"),
            siren: siren,
            vatNumber: nil,
            isUnderFranchise: true,
            activity: .liberal,
            bank: IBAN("FR76 3000 6000 0112 3456 7890 189").map { BankDetails(iban: $0, bic: BIC("AGRIFRPP")) }
        )
    }

    /// One who says how to be reached.
    public static let reachable = Seller(
        name: "Jeanne Martin",
        tradeName: "Studio Jeanne",
        address: Address(street: "12 rue des Lilas", postalCode: "35000", city: "Rennes"),
        siren: Seller.siren,
        vatNumber: nil,
        isUnderFranchise: true,
        activity: .liberal,
        bank: jeanne.bank,
        contact: Contact(email: "jeanne@exemple.fr", phone: "+33 (0)2 99 00 00 00")
    )

    /// A seller who charges VAT, has no trade name and prints no bank account.
    public static let paul = Seller(
        name: "Paul Élie Ñandú-Œuvré 🦊",
        tradeName: nil,
        address: Address(street: "1 place d’Armes\nBâtiment 3", postalCode: "1000", city: "Bruxelles", country: "BE"),
        siren: siren,
        vatNumber: "FR44732829320",
        isUnderFranchise: false,
        activity: .sale,
        bank: nil
    )

    private static var siren: SIREN {
        guard let siren = SIREN("732829320") else { preconditionFailure("Its check digit is right.") }
        return siren
    }
}

extension Buyer {
    /// A professional.
    public static let studio = Buyer(
        kind: .business,
        name: "Atelier Durand",
        address: Address(street: "4 quai de la Fosse", postalCode: "44000", city: "Nantes"),
        siren: SIREN("356000000"),
        vatNumber: nil,
        email: "compta@atelier-durand.exemple"
    )

    /// A consumer of whom only the name is known.
    public static let person = Buyer(
        kind: .person,
        name: "Zoé 👩🏽‍🚀 d’Été",
        address: Address(street: "", postalCode: "", city: ""),
        siren: nil,
        vatNumber: nil,
        email: nil
    )
}

extension InvoiceLine {
    /// Three days at 450,00 €, without VAT.
    public static let work = line("Intégration", "3", "450", unit: "jour", .franchise)

    /// Three thirds of a cent too many at 20 %.
    public static let taxed = line("Sérigraphie", "0,3333", "100", unit: "lot", .rate(.normal))

    /// A line whose quantity and price are written as a freelancer types them.
    public static func line(
        _ designation: String,
        _ quantity: String,
        _ price: String,
        unit: String = "",
        _ vat: VAT = .franchise
    ) -> InvoiceLine {
        guard let quantity = Quantity(quantity), let price = UnitPrice(price) else {
            preconditionFailure("A test's own numbers can be read.")
        }
        return InvoiceLine(designation: designation, quantity: quantity, unit: unit, unitPrice: price, vat: vat)
    }
}
