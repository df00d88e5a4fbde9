import Accounting
import Invoicing

/// A value that a sample is written with and that cannot be read.
struct Unreadable: Error {
    let text: String
}

/// Reads a value that a sample is written with.
func read<Value>(_ text: String, as initializer: (String) -> Value?) throws -> Value {
    guard let value = initializer(text) else { throw Unreadable(text: text) }
    return value
}

extension Address {
    static let lyon = Address(street: "12 rue de la République", postalCode: "69002", city: "Lyon")
    static let nowhere = Address(street: "", postalCode: "", city: "")
}

extension Seller {
    /// A seller under the franchise, of whom nothing is known that need not be.
    static func franchise(
        _ name: String = "Jeanne Martin",
        tradeName: String? = nil,
        vatNumber: String? = nil,
        activity: Activity = .service,
        bank: String? = nil,
        bic: String? = nil,
        siret: String? = nil,
        contact: Contact = Contact(),
        notices: SellerNotices = SellerNotices()
    ) throws -> Seller {
        Seller(
            name: name,
            tradeName: tradeName,
            address: Address(street: "1 rue de la Paix\nBâtiment B, 3e étage", postalCode: "75002", city: "Paris"),
            siren: try read("732829320") { SIREN($0) },
            vatNumber: vatNumber,
            isUnderFranchise: true,
            activity: activity,
            bank: try bank.map {
                BankDetails(iban: try read($0) { IBAN($0) }, bic: try bic.map { try read($0) { BIC($0) } })
            },
            siret: try siret.map { try read($0) { SIRET($0) } },
            contact: contact,
            notices: notices
        )
    }

    /// A seller who charges VAT, with an account.
    static func taxed(activity: Activity = .service, onDebits: Bool = false) throws -> Seller {
        Seller(
            name: "Jeanne Martin",
            tradeName: "Atelier Jeanne",
            address: Address(street: "1 rue de la Paix", postalCode: "75002", city: "Paris"),
            siren: try read("732829320") { SIREN($0) },
            vatNumber: "FR44732829320",
            isUnderFranchise: false,
            activity: activity,
            bank: BankDetails(iban: try read(iban) { IBAN($0) }, bic: nil),
            notices: SellerNotices(paysVATOnDebits: onDebits)
        )
    }

    static let iban = "FR14 2004 1010 0505 0001 3M02 606"
}

extension Buyer {
    static func company(
        _ name: String = "Durand SARL",
        siren: String? = "443061841",
        vatNumber: String? = nil,
        email: String? = "compta@durand.example",
        address: Address = .lyon
    ) throws -> Buyer {
        Buyer(
            kind: .business,
            name: name,
            address: address,
            siren: try siren.map { try read($0) { SIREN($0) } },
            vatNumber: vatNumber,
            email: email
        )
    }

    static func person(
        _ name: String = "Camille Lefèvre",
        email: String? = "camille@example.org",
        address: Address = .lyon
    ) -> Buyer {
        Buyer(kind: .person, name: name, address: address, siren: nil, vatNumber: nil, email: email)
    }

    static func german() throws -> Buyer {
        let address = Address(street: "Unter den Linden 1", postalCode: "10117", city: "Berlin", country: "DE")
        return try company(
            "Müller & Söhne GmbH",
            siren: nil,
            vatNumber: "DE136695976",
            email: "rechnung@mueller.example",
            address: address
        )
    }

    static func swiss(email: String? = "rechnung@keller.example") throws -> Buyer {
        let address = Address(street: "Bahnhofstrasse 1", postalCode: "8001", city: "Zürich", country: "CH")
        return try company("Keller AG", siren: nil, email: email, address: address)
    }
}
