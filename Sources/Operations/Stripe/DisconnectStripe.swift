import Store

/// A freelancer stops taking payments online: « Déconnecter Stripe ».
///
/// No invoice can be paid online from this moment on. What takes Stripe is left to the worker: pages that clients have
/// open are closed first, then Stripe is told. Events that come late are still understood, since the account stays known.
public struct DisconnectStripe {
    private let companyID: Int64

    /// - Parameter companyID: whose account.
    public init(companyID: Int64) {
        self.companyID = companyID
    }

    /// Disconnects it; a company that is not connected stays so.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            guard let account = try writer.reader.connectedAccount(of: companyID) else { return }
            let now = office.outside.now()
            try writer.disconnect(account, by: .seller, at: now)
            try writer.leave(.leaveAccount, about: account.id, at: now)
        }
    }
}
