public import Accounting
import FoundationEssentials

/// Something that happened at Stripe, as told to a webhook (Stripe API reference, "The Event object"); believe it only after `WebhookSignature`.
public struct Event: Sendable, Equatable {
    /// Stripe's identifier, `evt_…`: the same event may come several times.
    public let id: String
    /// What happened: `checkout.session.completed`.
    public let type: String
    /// The connected account it happened on; nil for the platform's own.
    public let account: String?
    /// When it happened, to the second: never an order.
    public let created: Instant
    /// True when the money is real.
    public let livemode: Bool
    /// What it happened to, as it was then.
    public let object: EventObject
}

/// What an event is about.
public enum EventObject: Sendable, Equatable {
    /// A payment page.
    case checkoutSession(CheckoutSession)
    /// A freelancer's account.
    case account(Account)
    /// Anything else: its kind in Stripe's words (`charge`, `capability`), its identifier, and the payment it is about.
    case other(type: String, id: String?, payment: String?)
}

/// Bytes that are not an event of Stripe's.
public struct UnreadableEvent: Error, Sendable, Equatable, CustomStringConvertible {
    /// What is wrong, without quoting the event.
    public let reason: String

    /// One line for the log.
    public var description: String { "Not an event of Stripe's: \(reason)" }
}

extension Event {
    /// Reads the body of a webhook.
    public init(json: [UInt8]) throws(UnreadableEvent) {
        do {
            self = try JSONDecoder().decode(Event.self, from: Data(json))
        } catch {
            throw UnreadableEvent(reason: Unreadable.reason(error))
        }
        guard id.utf8.count <= Self.longestIdentifier else {
            throw UnreadableEvent(reason: "its identifier is too long")
        }
    }

    /// Stripe: "object IDs can be up to 255 characters".
    private static let longestIdentifier = 255
}

extension Event: Decodable {
    private enum Key: CodingKey { case id, type, account, created, livemode, data }
    private enum DataKey: CodingKey { case object }

    /// Reads Stripe's JSON.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        id = try values.decode(String.self, forKey: .id)
        type = try values.decode(String.self, forKey: .type)
        account = try values.decodeIfPresent(String.self, forKey: .account)
        created = try values.decode(Timestamp.self, forKey: .created).instant
        livemode = try values.decode(Bool.self, forKey: .livemode)
        let data = try values.nestedContainer(keyedBy: DataKey.self, forKey: .data)
        object = try data.decode(EventObject.self, forKey: .object)
    }
}

extension EventObject: Decodable {
    private enum Key: String, CodingKey {
        case object, id
        case payment = "payment_intent"
    }

    /// Reads Stripe's JSON, which names its own kind.
    public init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        switch try values.decode(String.self, forKey: .object) {
        case "checkout.session": self = try .checkoutSession(CheckoutSession(from: decoder))
        case "account": self = try .account(Account(from: decoder))
        case let other:
            let id = try values.decodeIfPresent(String.self, forKey: .id)
            let payment = other == "payment_intent" ? id : try? values.decodeIfPresent(String.self, forKey: .payment)
            self = .other(type: other, id: id, payment: payment)
        }
    }
}
