public import Accounting

/// Where an invoice stands between its first line and its last euro.
public enum InvoiceState: Sendable, Equatable {
    /// Being written.
    case draft
    /// Issued, with so much paid of so much: of what is asked, once credit notes took off their part.
    case open(paid: Cents, of: Cents)
    /// A delayed means of payment is under way for what remains.
    case processing(paid: Cents, of: Cents)
    /// Paid in full.
    case paid(Cents)
    /// Cancelled by a credit note, with so much paid before.
    case cancelled(paid: Cents)
}

/// What happens to an invoice.
public enum InvoiceEvent: Sendable, Equatable {
    /// The seller issues it for this total.
    case issue(total: Cents)
    /// Stripe says a delayed payment is under way.
    case paymentBegan
    /// Stripe says the delayed payment failed.
    case paymentFailed
    /// Money arrived through Stripe.
    case receive(Cents)
    /// The seller records money that came another way: transfer, cheque, cash…
    case receiveByHand(Cents)
    /// The seller undoes a receipt of theirs by a counter-line.
    case undoReceipt(Cents)
    /// A credit note for the whole amount was issued.
    case cancel
    /// A credit note for a part was issued.
    case credit(Cents)
    /// Money went back to the client, and a credit note answers it.
    case giveBack(Cents)
}

/// What an event brings about beside the new state.
public enum InvoiceEffect: Sendable, Equatable {
    /// The next number is taken and the document frozen.
    case numberAndFreeze
    /// A line is added to the register.
    case bookReceipt(Cents)
    /// The seller is told that money arrived.
    case announceReceipt(Cents)
    /// An open Checkout Session is closed at Stripe: what remains to pay has changed.
    case closeCheckout
}

/// Why an event is refused in a state.
public enum InvoiceRefusal: Error, Sendable, Equatable {
    /// The invoice is not issued yet.
    case notIssued
    /// The invoice was issued before.
    case alreadyIssued
    /// The invoice is paid in full.
    case alreadyPaid
    /// The invoice was cancelled.
    case cancelled
    /// More arrived than remained to pay.
    case moreThanDue
    /// An amount of zero or less is no receipt.
    case notAnAmount
    /// No delayed payment is under way.
    case noPaymentUnderWay
    /// More is to be undone than was received.
    case moreThanReceived
    /// More is to be given back than credit notes took back.
    case moreThanOwedBack
    /// So much was the client's only from this day on, when the money had come and a credit note had taken it back.
    case notOwedBackBefore(Day)
    /// A credit note has taken back a part of what was paid: undone, the client would be asked for that part again.
    case creditedInPart
}

extension InvoiceState {
    /// What remains to pay.
    public var due: Cents {
        switch self {
        case .open(let paid, let total), .processing(let paid, let total): total - paid
        case .draft, .paid, .cancelled: .zero
        }
    }

    /// True while money is awaited and no delayed payment is under way.
    public var isOpen: Bool {
        if case .open = self { true } else { false }
    }
}
