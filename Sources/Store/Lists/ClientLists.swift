import Invoicing
import MariaDB

extension StoreReader {
    /// Some of a company's clients, by name.
    ///
    /// - Parameters:
    ///   - text: a part of the name or of the address of mail; nil for all. Letters with and without accents are alike.
    ///   - companyID: whose.
    ///   - place: where to go on; its key is of no use here, its id says next to which client.
    ///   - limit: how many at most.
    /// - Returns: the clients, with where the list goes on; an empty page when there is no such place.
    /// - Throws: the database's error.
    public func clients(
        named text: String?,
        of companyID: Int64,
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
            SELECT id, kind, name, street, postal_code, city, country, siren, vat_number, email
            FROM clients FORCE INDEX (clients_of_company)
            WHERE company_id = \(companyID) AND erased_at IS NULL\(found)\(beyond) \(order) LIMIT \(limit + 1)
            """
        ).map { row in
            let client = try Client(row)
            return (row: client, key: client.id, id: client.id)
        }
        return ListPage(read, from: place, limit: limit)
    }
}
