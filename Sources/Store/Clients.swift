public import Accounting
public import Invoicing
import MariaDB

extension Buyer.Kind: SQLWord {}

/// A client of a company as it stands today.
public struct Client: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// What invoices to this client will say.
    public let buyer: Buyer
}

extension StoreReader {
    /// The clients of a company, by name.
    public func clients(of companyID: Int64) throws -> [Client] {
        try runner.rows(
            """
            SELECT id, kind, name, street, postal_code, city, country, siren, vat_number, email
            FROM clients WHERE company_id = \(companyID) AND erased_at IS NULL ORDER BY name, id
            """
        ).map(Client.init)
    }

    /// A client, if it is this company's.
    public func client(_ id: Int64, of companyID: Int64) throws -> Client? {
        try runner.row(
            """
            SELECT id, kind, name, street, postal_code, city, country, siren, vat_number, email
            FROM clients WHERE id = \(id) AND company_id = \(companyID)
            """
        ).map(Client.init)
    }
}

extension StoreWriter {
    /// Adds a client.
    public func addClient(_ buyer: Buyer, of companyID: Int64, at now: Instant) throws -> Int64 {
        try transaction.execute(
            """
            INSERT INTO clients (company_id, kind, name, street, postal_code, city, country, siren, vat_number, email,
                created_at)
            VALUES (\(companyID), \(buyer.kind), \(buyer.name), \(buyer.address.street), \(buyer.address.postalCode),
                \(buyer.address.city), \(buyer.address.country), \(buyer.siren?.digits), \(buyer.vatNumber),
                \(buyer.email), \(now))
            """
        ).lastInsertID
    }

    /// Changes a client of a company; false when it has no such client.
    public func updateClient(_ id: Int64, of companyID: Int64, buyer: Buyer) throws -> Bool {
        try transaction.execute(
            """
            UPDATE clients SET kind = \(buyer.kind), name = \(buyer.name), street = \(buyer.address.street),
                postal_code = \(buyer.address.postalCode), city = \(buyer.address.city),
                country = \(buyer.address.country), siren = \(buyer.siren?.digits), vat_number = \(buyer.vatNumber),
                email = \(buyer.email)
            WHERE id = \(id) AND company_id = \(companyID) AND erased_at IS NULL
            """
        ).affectedRows == 1
    }
}

extension Client {
    init(_ row: Row) throws {
        id = try row["id"]
        buyer = try Buyer(row, prefix: "")
    }
}

extension Buyer {
    /// Reads a buyer from columns whose names begin with a prefix.
    init(_ row: Row, prefix: String) throws {
        let siren: String? = try row[prefix + "siren"]
        self.init(
            kind: try row[prefix + "kind"],
            name: try row[prefix + "name"],
            address: try Address(row, prefix: prefix),
            siren: try siren.map(SIREN.init(stored:)),
            vatNumber: try row[prefix + "vat_number"],
            email: try row[prefix + "email"]
        )
    }
}
