public import Accounting

/// A freelancer's account at Stripe (Stripe API reference, "The Account object").
public struct Account: Sendable, Equatable {
    /// Stripe's identifier, `acct_…`.
    public let id: String
    /// Whether it can take payments.
    public let chargesEnabled: Bool
    /// Whether the freelancer has finished Stripe's forms.
    public let detailsSubmitted: Bool
    /// Whether Stripe pays out to the freelancer's bank.
    public let payoutsEnabled: Bool
    /// `card_payments`, `klarna_payments`… with `active`, `inactive` or `pending`.
    public let capabilities: [String: String]
    /// What Stripe still wants.
    public let requirements: Requirements
    /// The address the account was created with.
    public let email: String?
    /// What stands on the customers' card statements.
    public let statementDescriptor: String?
    /// The short form of it, which a payment's suffix follows.
    public let statementDescriptorPrefix: String?

    /// What Stripe still wants from the freelancer, as names of its own such as `individual.verification.document`.
    public struct Requirements: Sendable, Equatable {
        /// Wanted before the deadline.
        public var currentlyDue: [String] = []
        /// Wanted since before: the account is limited until it is there.
        public var pastDue: [String] = []
        /// Wanted one day.
        public var eventuallyDue: [String] = []
        /// Given and being looked at.
        public var pendingVerification: [String] = []
        /// When `currentlyDue` becomes `pastDue`.
        public var currentDeadline: Instant?
        /// Why the account is limited, such as `requirements.past_due` or `rejected.fraud`.
        public var disabledReason: String?
        /// What was given and not accepted.
        public var errors: [Problem] = []
    }

    /// Something that was given and not accepted.
    public struct Problem: Sendable, Equatable, Decodable {
        /// Stripe's code, `verification_document_expired`.
        public let code: String
        /// Stripe's sentence, in English.
        public let reason: String?
        /// The requirement it is about.
        public let requirement: String?
    }

    /// True when invoices can be paid by card on this account.
    public var takesCards: Bool {
        chargesEnabled && capabilities["card_payments"] == "active"
    }
}
