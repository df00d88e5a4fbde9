public import Accounting

/// A page on which somebody may pay one invoice, as Stripe describes it (Stripe API reference, "The Checkout Session object").
public struct CheckoutSession: Sendable, Equatable {
    /// Stripe's identifier, `cs_test_…` or `cs_live_…`.
    public let id: String
    /// Where the page is; nil once the session is closed.
    public let url: String?
    /// Whether the page is open.
    public let status: Status
    /// Whether the money is there; the only thing that makes an invoice paid.
    public let paymentStatus: PaymentStatus
    /// What the page asks for, taxes included.
    public let amountTotal: Cents?
    /// The currency in lower case, "eur"; empty in a session that asks for no money.
    public let currency: String
    /// When Stripe closes the page by itself.
    public let expiresAt: Instant
    /// The payment, `pi_…`; nil until the customer confirms.
    public let paymentIntent: String?
    /// When the money was taken; nil unless it was, or when the payment was not read with the session.
    public let paidAt: Instant?
    /// What was taken of the payment; nil until Stripe has written it, or when it was not read with the session.
    public let balance: BalanceTransaction?
    /// True when the customer finished but the money never came; false as long as that is not known.
    public let delayedPaymentFailed: Bool
    /// What we called it: our reference of the attempt.
    public let clientReferenceID: String?
    /// What we noted on it.
    public let metadata: [String: String]
    /// True when the money is real.
    public let livemode: Bool
    /// What the page really offers, such as "card" and "klarna".
    public let paymentMethodTypes: [String]
    /// When it was created.
    public let created: Instant

    /// The life of the page.
    public enum Status: Sendable, Equatable {
        case open
        case complete
        case expired
        /// A word that Stripe has added since.
        case other(String)
    }

    /// The life of the money.
    public enum PaymentStatus: Sendable, Equatable {
        case unpaid
        /// Final.
        case paid
        case noPaymentRequired
        /// A word that Stripe has added since.
        case other(String)
    }
}

extension CheckoutSession: Decodable {
    private enum Key: String, CodingKey {
        case id, url, status, currency, metadata, livemode, created
        case paymentStatus = "payment_status"
        case amountTotal = "amount_total"
        case expiresAt = "expires_at"
        case paymentIntent = "payment_intent"
        case clientReferenceID = "client_reference_id"
        case paymentMethodTypes = "payment_method_types"
    }

    /// Reads Stripe's JSON; an amount with a fraction is refused.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .id)
        url = try values.decodeIfPresent(String.self, forKey: .url)
        status = try Status(values.decode(String.self, forKey: .status))
        paymentStatus = try PaymentStatus(values.decode(String.self, forKey: .paymentStatus))
        amountTotal = try values.decodeIfPresent(Int64.self, forKey: .amountTotal).map { Cents($0) }
        currency = try values.decodeIfPresent(String.self, forKey: .currency) ?? ""
        expiresAt = try values.decode(Timestamp.self, forKey: .expiresAt).instant
        let payment = try values.decodeIfPresent(PaymentIntent.self, forKey: .paymentIntent)
        paymentIntent = payment?.id
        paidAt = payment?.chargedAt
        balance = payment?.balance
        delayedPaymentFailed = payment?.hasFailed ?? false
        clientReferenceID = try values.decodeIfPresent(String.self, forKey: .clientReferenceID)
        metadata = try values.decodeIfPresent([String: String].self, forKey: .metadata) ?? [:]
        livemode = try values.decode(Bool.self, forKey: .livemode)
        paymentMethodTypes = try values.decodeIfPresent([String].self, forKey: .paymentMethodTypes) ?? []
        created = try values.decode(Timestamp.self, forKey: .created).instant
    }
}

extension CheckoutSession.Status {
    fileprivate init(_ word: String) {
        switch word {
        case "open": self = .open
        case "complete": self = .complete
        case "expired": self = .expired
        default: self = .other(word)
        }
    }
}

extension CheckoutSession.PaymentStatus {
    fileprivate init(_ word: String) {
        switch word {
        case "unpaid": self = .unpaid
        case "paid": self = .paid
        case "no_payment_required": self = .noPaymentRequired
        default: self = .other(word)
        }
    }
}
