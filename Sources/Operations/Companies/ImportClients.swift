public import Invoicing
public import Store

/// A freelancer brings their clients along; those who are here already stay as they are.
///
/// The same list brought twice adds nobody twice.
public struct ImportClients {
    private let companyID: Int64
    private let clients: [ClientCard]

    /// - Parameters:
    ///   - companyID: whose clients.
    ///   - clients: what is known of them.
    public init(companyID: Int64, clients: [ClientCard]) {
        self.companyID = companyID
        self.clients = clients
    }

    /// - Returns: how many were added.
    public func run(in office: Office) throws -> Int {
        try office.store.write { writer in
            try writer.lockCompany(companyID)
            var known = try Self.known(to: companyID, writer.reader)
            let new = clients.filter { known.takesIn($0.buyer) }
            for card in new {
                _ = try writer.addClient(card.buyer, card.details, of: companyID, at: office.outside.now())
            }
            return new.count
        }
    }

    /// Whom a company knows, to tell before anything is written who is here already.
    public static func known(to companyID: Int64, _ reader: StoreReader) throws -> KnownClients {
        var known = KnownClients()
        for client in try reader.clients(of: companyID) { _ = known.takesIn(client.buyer) }
        return known
    }
}

/// Clients by what tells one from another.
public struct KnownClients: Sendable {
    private var marks: Set<String> = []

    /// Takes in a client.
    ///
    /// - Returns: false when they are here already: under the same SIREN or e-mail address, or, of one who has neither, under
    ///   the same name at the same place.
    public mutating func takesIn(_ buyer: Buyer) -> Bool {
        let marks = Self.marks(of: buyer)
        guard self.marks.isDisjoint(with: marks) else { return false }
        self.marks.formUnion(marks)
        return true
    }

    private static func marks(of buyer: Buyer) -> [String] {
        let numbers = [buyer.siren.map { "siren \($0.digits)" }, buyer.email.map { "email \($0.lowercased())" }]
        let known = numbers.compactMap(\.self)
        return known.isEmpty ? ["name \(buyer.name.lowercased()) \(buyer.address.postalCode)"] : known
    }
}
