public import Invoicing
public import Store

/// A freelancer adds a client, or changes one; issued invoices keep what they say.
public struct SaveClient {
    private let companyID: Int64
    private let clientID: Int64?
    private let seen: Edition?
    private let card: ClientCard

    /// - Parameters:
    ///   - companyID: whose client.
    ///   - clientID: the client to change; nil for a new one.
    ///   - seen: the card to change as its author saw it; without it nothing is changed.
    ///   - buyer: what invoices to this client will say.
    ///   - details: what they will not say.
    public init(
        companyID: Int64,
        clientID: Int64?,
        seen: Edition? = nil,
        buyer: Buyer,
        details: ClientDetails = ClientDetails()
    ) {
        self.companyID = companyID
        self.clientID = clientID
        self.seen = seen
        card = ClientCard(buyer: buyer, details: details)
    }

    /// - Returns: the client's id; nil when the company has no such client.
    /// - Throws: ``ChangedMeanwhile``.
    public func run(in office: Office) throws -> Int64? {
        try office.store.write { writer in
            guard let clientID else {
                return try writer.addClient(card.buyer, card.details, of: companyID, at: office.outside.now())
            }
            guard try writer.lockClient(clientID, of: companyID),
                let current = try writer.reader.client(clientID, of: companyID), !current.isErased
            else { return nil }
            guard try mustReplace(current.card, with: card, seen: seen) else { return clientID }
            return try writer.updateClient(clientID, of: companyID, buyer: card.buyer, card.details) ? clientID : nil
        }
    }
}
