import TestSupport

/// Steps that lead to what chance alone reaches too seldom; others come between them, and any of them may fail.
enum Plan {
    /// The steps still to come of a plan that a third of the scenes have.
    static func draw(from lot: inout Lot) -> [Step] {
        lot.once(in: 3) ? all.randomElement(using: &lot) ?? [] : []
    }

    private static let all: [[Step]] = [
        // A refund that was answered by a credit note fails.
        [.pay, .knock, .refund, .knock, .errands, .answer, .refundEnds, .knock, .errands, .restore, .restore],
        // Delayed money comes when a part was paid otherwise.
        [.payDelayed, .knock, .errands, .receipt, .delayedEnds, .knock, .errands, .undo, .assign],
        // A dispute is lost.
        [.pay, .knock, .dispute, .disputeEnds, .knock, .errands, .answer],
        // Money is set aside, then given back.
        [.click, .receipt, .pay, .knock, .errands, .refund, .knock, .errands],
        // The freelancer leaves, is paid all the same, and comes back.
        [.click, .disconnect, .pay, .knock, .errands, .reconnect, .click, .pay],
        // Two parts.
        [.click, .receipt, .pay, .knock, .undo, .click, .pay, .knock],
    ]
}
