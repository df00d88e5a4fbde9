import Store
import Stripe

/// What an event of Stripe is about, as far as it matters to us.
enum EventMatter {
    /// A payment page, as it was then.
    case session(CheckoutSession)
    /// An account of which something is to be read again.
    case account(Errand.Kind)
    /// The end of a connection.
    case disconnection
    /// Money that goes back, or may.
    case reversal
    /// Nothing of ours.
    case nothing

    init(_ event: Event) {
        if case .checkoutSession(let session) = event.object {
            self = .session(session)
            return
        }
        switch event.type {
        case "account.updated", "capability.updated": self = .account(.readAccount)
        case "account.application.deauthorized": self = .disconnection
        case "charge.refunded", "charge.refund.updated": self = .reversal
        case let type where type.hasPrefix("refund.") || type.hasPrefix("charge.dispute."): self = .reversal
        case let type where type.hasPrefix("payout."): self = .account(.readPayouts)
        default: self = .nothing
        }
    }
}

extension EventObject {
    /// The object's identifier.
    var id: String? {
        switch self {
        case .checkoutSession(let session): session.id
        case .account(let account): account.id
        case .other(_, let id, _): id
        }
    }

    /// The payment it is about.
    var payment: String? {
        switch self {
        case .checkoutSession(let session): session.paymentIntent
        case .account: nil
        case .other(_, _, let payment): payment
        }
    }
}
