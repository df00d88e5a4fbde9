public import Invoicing
import Store

/// A freelancer adds a client, or changes one; issued invoices keep what they say.
public struct SaveClient {
    private let companyID: Int64
    private let clientID: Int64?
    private let buyer: Buyer

    /// - Parameters:
    ///   - companyID: whose client.
    ///   - clientID: the client to change; nil for a new one.
    ///   - buyer: what invoices to this client will say.
    public init(companyID: Int64, clientID: Int64?, buyer: Buyer) {
        self.companyID = companyID
        self.clientID = clientID
        self.buyer = buyer
    }

    /// - Returns: the client's id; nil when the company has no such client.
    public func run(in office: Office) throws -> Int64? {
        try office.store.write { writer in
            guard let clientID else {
                return try writer.addClient(buyer, of: companyID, at: office.outside.now())
            }
            return try writer.updateClient(clientID, of: companyID, buyer: buyer) ? clientID : nil
        }
    }
}
