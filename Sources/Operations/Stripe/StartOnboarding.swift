import Accounting
import Store
import Stripe

/// A freelancer clicks « Activer le paiement en ligne » or « Reprendre »: they are sent to Stripe's own form.
public struct StartOnboarding {
    private let companyID: Int64
    private let email: String

    /// - Parameters:
    ///   - companyID: the company to connect.
    ///   - email: the freelancer's address, which Stripe's form begins with.
    public init(companyID: Int64, email: String) {
        self.companyID = companyID
        self.email = email
    }

    /// - Returns: the address of Stripe's form, which works once and for a few minutes, or of the pages of an account that
    ///   existed before.
    /// - Throws: ``StripeSilent``.
    public func run(in office: Office, stripe: StripeLine) throws -> String {
        try stripe.ask { stripe in
            let account = try connectedAccount(in: office, stripe)
            return try OnboardingLink(account: account).create(in: office, stripe: stripe)
        }
    }

    private func connectedAccount(in office: Office, _ stripe: StripeClient) throws -> StripeAccount {
        if let account = try office.store.reader.connectedAccount(of: companyID) { return account }
        let created = try create(in: office, stripe)
        return try office.store.write { writer in
            _ = try writer.addAccount(
                created.id,
                origin: .created,
                isLive: stripe.takesRealMoney,
                reading: StripeAccount.Reading(created),
                of: companyID,
                at: office.outside.now()
            )
            guard let account = try writer.reader.connectedAccount(of: companyID) else { throw NotFound() }
            return account
        }
    }

    /// Asks for an account under a key that two clicks at once share, and that no later click repeats once Stripe keeps a
    /// failure under it.
    ///
    /// Should an account stand behind that failure, nobody was ever sent to it.
    private func create(in office: Office, _ stripe: StripeClient) throws -> Account {
        let number = try office.store.reader.nextAccountNumber(of: companyID)
        do {
            return try stripe.createAccount(
                email: email,
                website: nil,
                userReference: String(companyID),
                idempotencyKey: "acct:\(companyID):\(number)"
            )
        } catch {
            if error.isKeptUnderTheKey {
                try office.store.write { try $0.noteRefusedAccount(number: number, of: companyID) }
            }
            throw error
        }
    }
}
