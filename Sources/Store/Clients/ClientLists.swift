import Invoicing
import MariaDB

extension StoreReader {
    /// Some of a company's clients, by name.
    ///
    /// - Parameters:
    ///   - text: a part of the name or of the address of mail; nil for all. Letters with and without accents are alike.
    ///   - companyID: whose.
    ///   - isArchived: true for those who were put away, false for the others.
    ///   - place: where to go on; its key is of no use here, its id says next to which client.
    ///   - limit: how many at most.
    /// - Returns: the clients, with where the list goes on; an empty page when there is no such place.
    /// - Throws: the database's error.
    public func clients(
        named text: String?,
        of companyID: Int64,
        isArchived: Bool = false,
        at place: ListPlace?,
        limit: Int = 50
    ) throws -> ListPage<Client> {
        let isBackwards = place?.side == .before
        var beyond: SQL = ""
        if let place {
            guard let name = try client(place.id, of: companyID)?.buyer.name else { return .empty }
            let sign: SQL = isBackwards ? "<" : ">"
            beyond = " AND (name \(sign) \(name) OR name = \(name) AND id \(sign) \(place.id))"
        }
        let found: SQL = text.map { " AND (LOCATE(\($0), name) > 0 OR LOCATE(\($0), email) > 0)" } ?? ""
        let order: SQL = isBackwards ? "ORDER BY name DESC, id DESC" : "ORDER BY name, id"
        let read = try runner.rows(
            """
            SELECT \(Client.columns) FROM clients FORCE INDEX (clients_by_name)
            WHERE company_id = \(companyID) AND is_archived = \(isArchived) AND erased_at IS NULL\(found)\(beyond) \(order) LIMIT \(limit + 1)
            """
        ).map { row in
            let client = try Client(row)
            return (row: client, key: client.id, id: client.id)
        }
        return ListPage(read, from: place, limit: limit)
    }

    /// The clients of a company to choose from, by name: those who are not archived, and in any case the one chosen before.
    ///
    /// - Parameters:
    ///   - text: a part of the name or of the address of mail; nil for all.
    ///   - companyID: whose.
    ///   - chosen: the client chosen before.
    ///   - limit: how many at most.
    /// - Returns: the clients, and whether there are more.
    /// - Throws: the database's error.
    public func clientsToChoose(
        named text: String? = nil,
        of companyID: Int64,
        chosen: Int64?,
        limit: Int
    ) throws -> (clients: [Client], hasMore: Bool) {
        let page = try clients(named: text, of: companyID, at: nil, limit: limit)
        var clients = page.rows
        if let chosen, !clients.contains(where: { $0.id == chosen }), let client = try client(chosen, of: companyID),
            !client.isErased
        {
            clients.insert(client, at: 0)
        }
        return (clients, page.next != nil)
    }

    /// True when a company has archived a client.
    public func hasArchivedClients(_ companyID: Int64) throws -> Bool {
        try runner.row(
            "SELECT id FROM clients WHERE company_id = \(companyID) AND is_archived AND erased_at IS NULL LIMIT 1"
        ) != nil
    }
}
