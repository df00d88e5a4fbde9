public import Invoicing
public import Store

/// A freelancer adds a client, or changes one; issued invoices keep what they say.
public struct SaveClient {
    private let companyID: Int64
    private let clientID: Int64?
    private let buyer: Buyer
    private let details: ClientDetails

    /// - Parameters:
    ///   - companyID: whose client.
    ///   - clientID: the client to change; nil for a new one.
    ///   - buyer: what invoices to this client will say.
    ///   - details: what they will not say.
    public init(companyID: Int64, clientID: Int64?, buyer: Buyer, details: ClientDetails = ClientDetails()) {
        self.companyID = companyID
        self.clientID = clientID
        self.buyer = buyer
        self.details = details
    }

    /// - Returns: the client's id; nil when the company has no such client.
    public func run(in office: Office) throws -> Int64? {
        try office.store.write { writer in
            guard let clientID else {
                return try writer.addClient(buyer, details, of: companyID, at: office.outside.now())
            }
            return try writer.updateClient(clientID, of: companyID, buyer: buyer, details) ? clientID : nil
        }
    }
}
