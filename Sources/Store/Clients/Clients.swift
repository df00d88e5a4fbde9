public import Accounting
public import Invoicing
import MariaDB

extension Buyer.Kind: SQLWord {}

/// What a freelancer notes of a client beside what invoices say.
public struct ClientDetails: Sendable, Equatable {
    /// The place of business; its SIREN is the buyer's.
    public let siret: SIRET?
    /// How to call them.
    public let phone: String?
    /// For the freelancer alone.
    public let notes: String

    /// Notes; none unless told.
    public init(siret: SIRET? = nil, phone: String? = nil, notes: String = "") {
        self.siret = siret
        self.phone = phone
        self.notes = notes
    }
}

/// A client as a freelancer describes them.
public struct ClientCard: Sendable, Equatable {
    /// What invoices to this client will say.
    public let buyer: Buyer
    /// What they will not say.
    public let details: ClientDetails

    /// A card.
    public init(buyer: Buyer, details: ClientDetails = ClientDetails()) {
        self.buyer = buyer
        self.details = details
    }
}

/// A client of a company as it stands today.
public struct Client: Sendable, Equatable {
    /// The row's id.
    public let id: Int64
    /// What invoices to this client will say.
    public let buyer: Buyer
    /// What they do not say.
    public let details: ClientDetails
    /// True when nobody works with them any more: they are offered nowhere.
    public let isArchived: Bool
    /// True when nothing is kept of them but what the law asks for.
    public let isErased: Bool

    /// What the freelancer wrote.
    public var card: ClientCard { ClientCard(buyer: buyer, details: details) }
}

extension StoreReader {
    /// The clients of a company, by name, however many there are.
    public func clients(of companyID: Int64) throws -> [Client] {
        try runner.rows(
            "SELECT \(Client.columns) FROM clients WHERE company_id = \(companyID) AND erased_at IS NULL ORDER BY name, id"
        )
        .map(Client.init)
    }

    /// A client, if it is this company's.
    public func client(_ id: Int64, of companyID: Int64) throws -> Client? {
        try runner.row("SELECT \(Client.columns) FROM clients WHERE id = \(id) AND company_id = \(companyID)")
            .map(Client.init)
    }

    /// The clients of a company who may be the same as one that is written down: the same name, number or address of mail.
    ///
    /// - Parameters:
    ///   - buyer: what is written down.
    ///   - id: its own row; nil for a new one.
    ///   - companyID: whose clients.
    /// - Returns: the first few of them.
    /// - Throws: the database's error.
    public func clientsLike(_ buyer: Buyer, except id: Int64?, of companyID: Int64) throws -> [Client] {
        let same = { (column: SQL, value: String?) -> SQL? in
            value.map {
                """
                (SELECT \(Client.columns) FROM clients
                WHERE company_id = \(companyID) AND \(column) = \($0) AND id <> \(id ?? 0) AND erased_at IS NULL LIMIT 3)
                """
            }
        }
        let parts = [same("name", buyer.name), same("siren", buyer.siren?.digits), same("email", buyer.email)]
            .compactMap(\.self)
        return try parts.flatMap { try runner.rows($0).map(Client.init) }
            .reduce(into: []) { found, client in if !found.contains(client) { found.append(client) } }
    }
}

extension StoreWriter {
    /// Adds a client.
    public func addClient(
        _ buyer: Buyer,
        _ details: ClientDetails = ClientDetails(),
        of companyID: Int64,
        at now: Instant
    ) throws -> Int64 {
        try transaction.execute(
            """
            INSERT INTO clients (company_id, kind, name, street, postal_code, city, country, siren, siret, vat_number,
                email, phone, notes, created_at)
            VALUES (\(companyID), \(buyer.kind), \(buyer.name), \(buyer.address.street), \(buyer.address.postalCode),
                \(buyer.address.city), \(buyer.address.country), \(buyer.siren?.digits), \(details.siret?.digits),
                \(buyer.vatNumber), \(buyer.email), \(details.phone), \(details.notes), \(now))
            """
        ).lastInsertID
    }

    /// Changes a client of a company; false when it has no such client.
    public func updateClient(
        _ id: Int64,
        of companyID: Int64,
        buyer: Buyer,
        _ details: ClientDetails = ClientDetails()
    ) throws -> Bool {
        try transaction.execute(
            """
            UPDATE clients SET kind = \(buyer.kind), name = \(buyer.name), street = \(buyer.address.street),
                postal_code = \(buyer.address.postalCode), city = \(buyer.address.city),
                country = \(buyer.address.country), siren = \(buyer.siren?.digits), siret = \(details.siret?.digits),
                vat_number = \(buyer.vatNumber), email = \(buyer.email), phone = \(details.phone),
                notes = \(details.notes)
            WHERE id = \(id) AND company_id = \(companyID) AND erased_at IS NULL
            """
        ).affectedRows == 1
    }

    /// Notes whether a client of a company is archived; false when it has no such client.
    public func archiveClient(_ id: Int64, of companyID: Int64, _ isArchived: Bool) throws -> Bool {
        try transaction.execute(
            """
            UPDATE clients SET is_archived = \(isArchived)
            WHERE id = \(id) AND company_id = \(companyID) AND erased_at IS NULL
            """
        ).affectedRows == 1
    }
}

extension Client {
    static let columns: SQL = """
        id, kind, name, street, postal_code, city, country, siren, siret, vat_number, email, phone, notes, is_archived,
        erased_at IS NOT NULL AS is_erased
        """

    init(_ row: Row) throws {
        id = try row["id"]
        buyer = try Buyer(row, prefix: "")
        details = ClientDetails(
            siret: try SIRET(stored: try row["siret"]),
            phone: try row["phone"],
            notes: try row["notes"]
        )
        isArchived = try row["is_archived"]
        isErased = try row["is_erased"]
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
