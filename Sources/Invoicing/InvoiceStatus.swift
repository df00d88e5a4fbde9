public import Accounting

/// What people are told about an invoice: one word and one sign for each (see the product's table of statuses).
public enum InvoiceStatus: Sendable, Equatable {
    /// « Brouillon ».
    case draft
    /// « Finalisée », not yet sent.
    case finalised
    /// « Envoyée ».
    case sent
    /// « Vue » by the client.
    case seen
    /// « Échéance proche »: due within three days.
    case dueSoon
    /// « En retard » by so many days.
    case overdue(days: Int)
    /// « Paiement en cours ».
    case processing
    /// « Partiellement payée », with so much left to pay.
    case partlyPaid(due: Cents)
    /// « Payée ».
    case paid
    /// « Remboursée », in whole or in part, at Stripe or by hand; whether a credit note cancelled it or not.
    case refunded(isWhole: Bool)
    /// « Litige bancaire »: the client disputes a payment.
    case disputed
    /// « Annulée ».
    case cancelled

    /// How far an issued invoice has travelled to its client.
    public enum Delivery: String, Sendable {
        /// Not sent yet.
        case toSend = "to_send"
        /// Sent, by mail or by link.
        case sent
        /// Opened by a person.
        case seen
    }

    /// The days before the due date on which an invoice is said to be due soon.
    private static let soon = 3

    /// The status of an invoice on a day.
    ///
    /// - Parameters:
    ///   - state: where it stands.
    ///   - delivery: how far it has travelled.
    ///   - dueOn: the last day to pay.
    ///   - today: the day.
    ///   - refunded: what went back to the client, at Stripe or by hand.
    ///   - isDisputed: whether the client disputes a payment.
    public init(
        state: InvoiceState,
        delivery: Delivery,
        dueOn: Day?,
        today: Day,
        refunded: Cents = .zero,
        isDisputed: Bool = false
    ) {
        switch state {
        case .draft: self = .draft
        case .cancelled(let paid) where refunded > .zero: self = .refunded(isWhole: refunded >= paid)
        case .cancelled: self = .cancelled
        case _ where isDisputed: self = .disputed
        case .paid(let total) where refunded > .zero: self = .refunded(isWhole: refunded >= total)
        case .processing: self = .processing
        case .paid: self = .paid
        case .open(let paid, _):
            let daysLeft = dueOn.map { Int($0.number - today.number) } ?? .max
            if daysLeft < 0 {
                self = .overdue(days: -daysLeft)
            } else if paid > .zero {
                self = .partlyPaid(due: state.due)
            } else if daysLeft <= Self.soon, delivery != .toSend {
                self = .dueSoon
            } else {
                self = InvoiceStatus(delivery)
            }
        }
    }

    private init(_ delivery: Delivery) {
        switch delivery {
        case .toSend: self = .finalised
        case .sent: self = .sent
        case .seen: self = .seen
        }
    }
}
