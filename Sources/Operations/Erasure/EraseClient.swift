import Accounting
import Invoicing
import Store

/// A freelancer erases a client who asked for it (RGPD, article 17): their contact data go, what was issued stays.
public struct EraseClient {
    private let companyID: Int64
    private let clientID: Int64

    /// - Parameters:
    ///   - companyID: whose client.
    ///   - clientID: the client.
    public init(companyID: Int64, clientID: Int64) {
        self.companyID = companyID
        self.clientID = clientID
    }

    /// Erases them.
    ///
    /// - Throws: ``NotFound``; `ErasureRefusal`.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            guard try writer.lockClient(clientID, of: companyID),
                let presence = try writer.reader.presence(ofClient: clientID, of: companyID, on: now.parisDay)
            else { throw NotFound() }
            _ = try presence.erased()
            try writer.erase(.client(clientID), at: now)
        }
    }
}
