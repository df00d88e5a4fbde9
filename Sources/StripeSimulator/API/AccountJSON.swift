extension Simulator {
    /// An account as Stripe writes it.
    func json(_ account: AccountRecord) -> JSON {
        [
            "id": .text(account.id),
            "object": "account",
            "business_profile": ["name": .text(account.name), "url": .optional(account.website)],
            "capabilities": .object(
                account.requestedCapabilities.map { JSON.Field(name: $0, value: .text(account.capability($0))) }
            ),
            "charges_enabled": .bool(account.chargesEnabled),
            "controller": controller(of: account),
            "country": .text(account.country),
            "created": .integer(account.created),
            "default_currency": "eur",
            "details_submitted": .bool(account.detailsSubmitted),
            "email": .optional(account.email),
            "metadata": .texts(account.metadata),
            "payouts_enabled": .bool(account.chargesEnabled && account.hasBank),
            "requirements": requirements(of: account),
            "settings": [
                "card_payments": ["statement_descriptor_prefix": .optional(account.statementDescriptorPrefix)],
                "payments": ["statement_descriptor": .optional(account.statementDescriptor)],
            ],
            "type": account.dashboard == .express ? "none" : "standard",
        ]
    }

    private func controller(of account: AccountRecord) -> JSON {
        guard account.dashboard == .express else {
            return [
                "fees": ["payer": "account"],
                "losses": ["payments": "stripe"],
                "requirement_collection": "stripe",
                "stripe_dashboard": ["type": "full"],
                "type": "account",
            ]
        }
        return [
            "fees": ["payer": "application"],
            "is_controller": true,
            "losses": ["payments": "stripe"],
            "requirement_collection": "stripe",
            "stripe_dashboard": ["type": "express"],
            "type": "application",
        ]
    }

    private func requirements(of account: AccountRecord) -> JSON {
        let due = JSON.texts(account.currentlyDue)
        let isOverdue = account.stage == .started || account.stage == .restricted
        return [
            "currently_due": due,
            "past_due": isOverdue ? due : [],
            "eventually_due": due,
            "pending_verification": account.stage == .reviewed ? ["individual.verification.document"] : [],
            "alternatives": [],
            "current_deadline": account.stage == .enabled ? .optional(account.deadline) : nil,
            "disabled_reason": .optional(account.disabledReason),
            "errors": account.isDocumentRefused && !account.currentlyDue.isEmpty ? [Self.refusedDocument] : [],
        ]
    }

    private static var refusedDocument: JSON {
        [
            "code": "verification_document_not_readable",
            "reason": "The image supplied isn't readable. It may have been too blurry or not well lit.",
            "requirement": "individual.verification.document",
        ]
    }

    /// One of an account's capabilities as Stripe writes it.
    func capability(_ name: String, of account: AccountRecord) -> JSON {
        [
            "id": .text(name),
            "object": "capability",
            "account": .text(account.id),
            "requested": true,
            "requested_at": .integer(account.created),
            "status": .text(account.capability(name)),
        ]
    }
}
