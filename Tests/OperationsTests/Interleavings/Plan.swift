import TestSupport

/// Steps that lead to what chance alone reaches too seldom, with one invoice; others come between them, and any of them may
/// fail.
enum Plan {
    /// The steps still to come of a plan that two scenes in three have.
    static func draw(from lot: inout Lot) -> [Step] {
        lot.once(in: 3) ? [] : (frequent + frequent + rare).randomElement(using: &lot) ?? []
    }

    private static let frequent: [[Step]] = [
        // A refund that was answered by a credit note fails.
        [.pay, .knock, .refund, .knock, .errands, .answer, .refundEnds, .knock, .errands, .restore, .restore],
        // Money is set aside, then given back.
        [.click, .receipt, .pay, .knock, .errands, .refund, .knock, .errands],
        // Two parts are paid online.
        [.receipt, .pay, .knock, .undo, .pay, .knock],
    ]

    private static let rare: [[Step]] = [
        // Delayed money comes when a part was paid otherwise.
        [.payDelayed, .knock, .errands, .receipt, .delayedEnds, .knock, .errands, .undo, .assign],
        // A dispute is lost.
        [.pay, .knock, .dispute, .disputeEnds, .knock, .errands, .answer],
        // Online payment is switched off while a page is open; what comes through it is assigned by hand.
        [.click, .switchOff, .pay, .knock, .errands, .assign, .assign],
        // An invoice is cancelled while a page is open.
        [.click, .cancel, .catchUp, .payAgain],
        // The freelancer leaves, is paid all the same, and comes back.
        [.click, .disconnect, .pay, .knock, .errands, .reconnect, .click, .pay],
    ]
}
