import Accounting
import ArgumentParser
import Invoicing
import MariaDB
import Operations
import Store

/// Fills a demonstration: a freelancer, two clients, an invoice and a draft.
///
/// Refused unless the demo switch is set.
struct Demo: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Fill a demonstration and print its log-in.")

    private static let email = "demo@needme.example"
    private static let password = "demonstration-needme"

    func run() throws {
        try exitingCleanly {
            let configuration = Configuration.ofProcess
            guard try configuration.isDemo else {
                throw ConfigurationError(variable: "NEEDME_DEMO", problem: "is not set", expected: "1")
            }
            let store = Store(Connection(try configuration.database))
            let office = try Office(store, configuration)
            if try SignUp(email: Self.email, password: Self.password, isKnownAddress: true).run(in: office) != nil {
                try fill(office, store.reader)
            }
            print("e-mail: \(Self.email)")
            print("password: \(Self.password)")
        }
    }

    private func fill(_ office: Office, _ reader: StoreReader) throws {
        guard let user = try reader.user(email: Self.email), let seller else { return }
        try SaveCompany(ownerID: user.id, companyID: nil, seller: seller, paymentTermDays: 30).run(in: office)
        guard let company = try reader.company(ownedBy: user.id) else { return }
        let studio = Buyer(
            kind: .business,
            name: "Atelier Durand",
            address: Address(street: "4 quai de la Fosse", postalCode: "44000", city: "Nantes"),
            siren: SIREN("732829320"),
            vatNumber: nil,
            email: "compta@atelier-durand.example"
        )
        guard let client = try SaveClient(companyID: company, clientID: nil, buyer: studio).run(in: office) else {
            return
        }
        let issued = try save("Refonte du site vitrine", price: "450", days: "3", client, company, office)
        _ = try IssueInvoice(companyID: company, invoiceID: issued, offersOnlinePayment: true).run(in: office)
        _ = try save("Maintenance du mois", price: "120", days: "1", client, company, office)
    }

    private func save(
        _ subject: String,
        price: String,
        days: String,
        _ client: Int64,
        _ company: Int64,
        _ office: Office
    ) throws -> Int64 {
        let line = Quantity(days).flatMap { quantity in
            UnitPrice(price).map { price in
                InvoiceLine(designation: subject, quantity: quantity, unit: "jour", unitPrice: price, vat: .franchise)
            }
        }
        let draft = SavedDraft(
            clientID: client,
            subject: subject,
            lines: [line].compactMap(\.self),
            suppliedOn: nil,
            paymentTermDays: 30
        )
        let form = FormOrigin.form(Token.random(from: office.outside).fingerprint)
        return try SaveDraft(companyID: company, draft: draft, from: form).run(in: office)
    }

    private var seller: Seller? {
        SIREN("356000000").map { siren in
            Seller(
                name: "Camille Martin",
                tradeName: "Studio Camille",
                address: Address(street: "12 rue des Lilas", postalCode: "35000", city: "Rennes"),
                siren: siren,
                vatNumber: nil,
                isUnderFranchise: true,
                activity: .liberal,
                bank: IBAN("FR76 3000 6000 0112 3456 7890 189").map { BankDetails(iban: $0, bic: BIC("AGRIFRPP")) }
            )
        }
    }
}
