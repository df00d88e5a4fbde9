/// A freelancer's account.
struct AccountRecord: Codable, Sendable, Equatable, Identifiable {
    let id: String
    let created: Int64
    var email: String?
    var website: String?
    var country: String
    var metadata: [String: String]
    var requestedCapabilities: [String]
    var name = ""
    var phone = ""
    var statementDescriptor: String?
    /// The short label, of at most ten characters, that a payment's suffix follows.
    var statementDescriptorPrefix: String?
    var stage = Stage.started
    var hasBank = false
    var klarna = true
    /// What was typed in Stripe's forms so far, by the names of the fields.
    var entered: [String: String] = [:]
    /// How many of the forms' screens are done.
    var screensDone = 0
    var dashboard = Dashboard.express
    /// Where it was when the freelancer threw the platform out.
    var stageBefore: Stage?
    /// When payments stop unless the identity document has come; nil when it is not asked for.
    var deadline: Int64?
    /// True when the document that came was not accepted.
    var isDocumentRefused = false

    /// Whose account it is.
    enum Dashboard: String, Codable, Sendable {
        /// The platform made it and pays Stripe's own fees.
        case express
        /// The freelancer's own, with its own dashboard and fees, connected by OAuth.
        case full
    }

    /// How far the account has come.
    enum Stage: String, Codable, Sendable {
        /// The forms are not finished.
        case started
        /// The forms are finished and being looked at.
        case reviewed
        /// Payments work.
        case enabled
        /// Payments worked, and something is wanted again.
        case restricted
        /// Refused for good.
        case rejected
        /// The freelancer threw the platform out.
        case revoked
    }

    var detailsSubmitted: Bool { stage != .started }
    var chargesEnabled: Bool { stage == .enabled }

    /// What the forms have not been told yet.
    var currentlyDue: [String] { dueScreens.compactMap(\.requirement).sorted() }

    var disabledReason: String? {
        switch stage {
        case .started: "requirements.past_due"
        case .reviewed: "requirements.pending_verification"
        case .restricted: "requirements.past_due"
        case .rejected: "rejected.other"
        case .enabled, .revoked: nil
        }
    }

    /// `active`, `inactive` or `pending`, as far as the account has come.
    func capability(_ name: String) -> String {
        if name == "klarna_payments" && !klarna { return "inactive" }
        return switch stage {
        case .enabled: "active"
        case .reviewed: "pending"
        default: "inactive"
        }
    }
}

/// A way into the forms, good for one visit.
struct LinkRecord: Codable, Sendable, Equatable, Identifiable {
    /// What stands in the link's address.
    let id: String
    let account: String
    let returnURL: String
    let refreshURL: String
    let expiresAt: Int64
    /// What stands in the address of the forms, once the link was followed.
    var visit: String?
    /// True once the forms were left.
    var isLeft = false
}
