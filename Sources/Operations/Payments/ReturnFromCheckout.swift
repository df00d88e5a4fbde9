import Accounting
import Payments
import Store
import Stripe

/// A client comes back from Stripe's page: coming back proves nothing, so Stripe is asked.
public struct ReturnFromCheckout {
    private let link: Token
    private let session: String

    /// - Parameters:
    ///   - link: the token of the view link in the address.
    ///   - session: the session that the address names.
    public init(link: Token, session: String) {
        self.link = link
        self.session = session
    }

    /// What the client is shown.
    public enum Answer: Sendable, Equatable {
        /// The invoice, as Stripe's answer left it.
        case invoice
        /// The invoice, with a word that the payment is being checked: Stripe did not answer.
        case checking
    }

    /// - Throws: ``NotFound`` when the session is not one of this invoice's.
    public func run(in office: Office, stripe: StripeLine) throws -> Answer {
        let reader = office.store.reader
        guard let shared = try reader.sharedInvoice(tokenHash: link.fingerprint),
            let record = try reader.attempt(session: session), record.attempt.invoice == shared.invoice.id
        else { throw NotFound() }
        guard record.attempt.state != .paid else { return .invoice }
        do {
            try AskAttempt(attemptID: record.id).run(in: office, stripe: stripe.client)
            return .invoice
        } catch is StripeError {
            try office.store.write { try $0.leave(.askAttempt, about: record.id, at: office.outside.now()) }
            return .checking
        }
    }
}
