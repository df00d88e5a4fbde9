public import Accounting

/// The payment page that we ask Stripe to open: one line, the invoice's total, in euros.
public struct NewCheckoutSession: Sendable, Equatable {
    /// What we call the attempt; comes back as `clientReferenceID` (at most 200 characters).
    public var reference: String
    /// What the customer reads beside the amount: « Facture F-2026-0042 ».
    public var title: String
    /// What is asked, taxes included: from 50 to 99 999 999 cents (Stripe: 0.50 EUR at least, eight digits at most).
    public var amount: Cents
    /// What goes to the platform, less than the amount; nothing is asked when it is zero.
    public var applicationFee: Cents
    /// What the card statement adds to the seller's own label; with it at most 22 characters, no `< > \ ' " *`.
    public var statementDescriptorSuffix: String
    /// The customer's address, filled in for them.
    public var customerEmail: String?
    /// Where the customer returns after paying; `{CHECKOUT_SESSION_ID}` in it is replaced by Stripe.
    ///
    /// That somebody comes there proves nothing.
    public var successURL: String
    /// Where the customer goes who does not pay.
    public var cancelURL: String
    /// When the page closes: 30 minutes to 24 hours from now; kept for the attempt, since a retry must repeat it.
    public var expiresAt: Instant
    /// Whether Klarna may be offered: never to a business (Stripe: "Klarna doesn't support B2B payments").
    public var offersKlarna: Bool
    /// What else to note on the session and on the payment.
    public var metadata: [String: String]

    /// A payment page to open.
    public init(
        reference: String,
        title: String,
        amount: Cents,
        applicationFee: Cents,
        statementDescriptorSuffix: String,
        customerEmail: String?,
        successURL: String,
        cancelURL: String,
        expiresAt: Instant,
        offersKlarna: Bool,
        metadata: [String: String] = [:]
    ) {
        self.reference = reference
        self.title = title
        self.amount = amount
        self.applicationFee = applicationFee
        self.statementDescriptorSuffix = statementDescriptorSuffix
        self.customerEmail = customerEmail
        self.successURL = successURL
        self.cancelURL = cancelURL
        self.expiresAt = expiresAt
        self.offersKlarna = offersKlarna
        self.metadata = metadata
    }

    /// The request (Stripe API reference, "Create a Checkout Session").
    ///
    /// `payment_method_types` is gone from Stripe's API since 2026-09-30; a method that is allowed but not available to the
    /// account is silently left out. The session's metadata is not copied to the payment, so both are given.
    var parameters: Parameter {
        [
            "mode": "payment",
            "client_reference_id": .text(reference),
            "line_items": [
                [
                    "quantity": 1,
                    "price_data": [
                        "currency": "eur",
                        "unit_amount": .integer(amount.value),
                        "product_data": ["name": .text(title)],
                    ],
                ]
            ],
            "payment_intent_data": [
                "application_fee_amount": applicationFee > .zero ? .integer(applicationFee.value) : .absent,
                "description": .text(title),
                "statement_descriptor_suffix": .text(statementDescriptorSuffix),
                "metadata": .metadata(metadata),
            ],
            "metadata": .metadata(metadata),
            "customer_email": .optional(customerEmail),
            "success_url": .text(successURL),
            "cancel_url": .text(cancelURL),
            "locale": "fr",
            "submit_type": "pay",
            "expires_at": .integer(expiresAt.seconds),
            "allowed_payment_method_types": offersKlarna ? ["card", "klarna"] : ["card"],
            "adaptive_pricing": ["enabled": false],
            "wallet_options": ["link": ["display": "never"]],
        ]
    }
}
