import Accounting

extension Account: Decodable {
    private enum Key: String, CodingKey {
        case id, capabilities, requirements, email, settings
        case chargesEnabled = "charges_enabled"
        case detailsSubmitted = "details_submitted"
        case payoutsEnabled = "payouts_enabled"
    }

    /// Reads Stripe's JSON.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .id)
        chargesEnabled = try values.decode(Bool.self, forKey: .chargesEnabled)
        detailsSubmitted = try values.decode(Bool.self, forKey: .detailsSubmitted)
        payoutsEnabled = try values.decode(Bool.self, forKey: .payoutsEnabled)
        capabilities = try values.decodeIfPresent([String: String].self, forKey: .capabilities) ?? [:]
        requirements = try values.decodeIfPresent(Requirements.self, forKey: .requirements) ?? Requirements()
        email = try values.decodeIfPresent(String.self, forKey: .email)
        let settings = try values.decodeIfPresent(AccountSettings.self, forKey: .settings)
        statementDescriptor = settings?.payments?.descriptor
        statementDescriptorPrefix = settings?.cardPayments?.prefix
    }
}

extension Account.Requirements: Decodable {
    private enum Key: String, CodingKey {
        case errors
        case currentlyDue = "currently_due"
        case pastDue = "past_due"
        case eventuallyDue = "eventually_due"
        case pendingVerification = "pending_verification"
        case currentDeadline = "current_deadline"
        case disabledReason = "disabled_reason"
    }

    /// Reads Stripe's JSON, in which a list may be null.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        currentlyDue = try values.decodeIfPresent([String].self, forKey: .currentlyDue) ?? []
        pastDue = try values.decodeIfPresent([String].self, forKey: .pastDue) ?? []
        eventuallyDue = try values.decodeIfPresent([String].self, forKey: .eventuallyDue) ?? []
        pendingVerification = try values.decodeIfPresent([String].self, forKey: .pendingVerification) ?? []
        currentDeadline = try values.decodeIfPresent(Timestamp.self, forKey: .currentDeadline)?.instant
        disabledReason = try values.decodeIfPresent(String.self, forKey: .disabledReason)
        errors = try values.decodeIfPresent([Account.Problem].self, forKey: .errors) ?? []
    }
}

/// The part of an account's settings that we read.
private struct AccountSettings: Decodable {
    let payments: Payments?
    let cardPayments: CardPayments?

    enum CodingKeys: String, CodingKey {
        case payments
        case cardPayments = "card_payments"
    }

    struct Payments: Decodable {
        let descriptor: String?

        enum CodingKeys: String, CodingKey { case descriptor = "statement_descriptor" }
    }

    struct CardPayments: Decodable {
        let prefix: String?

        enum CodingKeys: String, CodingKey { case prefix = "statement_descriptor_prefix" }
    }
}
