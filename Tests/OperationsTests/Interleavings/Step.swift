import TestSupport

/// Everything that can happen to an invoice and its money, of whichever hand.
enum Step: String, CaseIterable, Sendable {
    // The client.
    case click, pay, payAgain, decline, authenticate, payDelayed, comeBack
    // Stripe.
    case knock, knockAgain, expire, delayedEnds, refund, refundEnds, dispute, disputeEnds, payOut, account
    // The world.
    case events, trouble, time
    // The worker.
    case errands, sweep, reconcile, catchUp
    // The freelancer.
    case receipt, receiptAgain, undo, cancel, creditNote, answer, setAside, restore, assign
    case switchOff, switchOn, disconnect, reconnect, openAccount, issue
    // Somebody who may not.
    case intrude

    /// How often it is drawn.
    private var weight: Int64 {
        switch self {
        case .pay: 20
        case .click, .knock, .errands, .time: 12
        case .comeBack, .answer, .restore, .assign, .refundEnds, .disputeEnds: 8
        case .payDelayed, .knockAgain, .delayedEnds, .refund, .receipt, .sweep: 5
        case .decline, .payAgain, .reconcile, .catchUp, .undo, .switchOn, .trouble, .reconnect: 3
        case .authenticate, .dispute, .cancel, .creditNote, .events, .account, .switchOff, .openAccount: 2
        case .expire, .payOut, .setAside, .receiptAgain, .disconnect, .issue, .intrude: 1
        }
    }

    /// Any of them.
    static func draw(from lot: inout Lot) -> Step {
        var place = lot.draw(1...allCases.reduce(0) { $0 + $1.weight })
        for step in allCases {
            place -= step.weight
            if place <= 0 { return step }
        }
        return .time
    }

    /// Whether a process of ours does it, which may be killed meanwhile.
    var isOurs: Bool {
        switch self {
        case .pay, .payAgain, .decline, .authenticate, .payDelayed, .expire, .delayedEnds, .refund, .refundEnds,
            .dispute,
            .disputeEnds, .payOut, .account, .events, .trouble, .time, .catchUp, .intrude:
            false
        default: true
        }
    }

    /// Whether the freelancer says by it that an invoice is not paid after all, or void: nobody else can.
    var takesBack: Bool { self == .undo || self == .cancel || self == .creditNote || self == .answer }
}
