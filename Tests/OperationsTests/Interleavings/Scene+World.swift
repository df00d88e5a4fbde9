import OperationsTestSupport
import StripeSimulator
import StripeTestSupport
import TestSupport

// What goes wrong between Stripe and us, and time.

extension Scene {
    /// Events are treated otherwise from now on.
    func events() {
        var faults = Faults()
        faults.duplicatesEvents = lot.once(in: 3)
        faults.losesEvents = lot.once(in: 4)
        faults.reversesEvents = lot.once(in: 4)
        faults.shufflesEvents = lot.once(in: 3)
        faults.cutsEvents = lot.once(in: 4)
        faults.delaySeconds = lot.once(in: 4) ? lot.draw(1...600) : 0
        faults.delaysBalance = lot.once(in: 3)
        faults.delaysPayments = false
        say("faults")
        story.stripe.faults = faults
    }

    /// The next calls of the API go wrong.
    func trouble() {
        let statuses = [429, 409, 500, 503]
        story.stripe.faults.nextStatuses = (0..<lot.draw(0...4)).map { _ in any(of: statuses) ?? 503 }
        story.stripe.faults.lostAnswers = Int(lot.draw(0...3))
        say("trouble \(story.stripe.faults.nextStatuses), \(story.stripe.faults.lostAnswers) lost")
    }

    /// Minutes, hours or days go by.
    func time() {
        let seconds: Int64 =
            switch lot.draw(1...10) {
            case 1...5: lot.draw(1...600)
            case 6...8: lot.draw(600...9_000)
            case 9: lot.draw(9_000...172_800)
            default: lot.draw(172_800...1_300_000)
            }
        say("\(seconds) s go by")
        story.wait(seconds: seconds)
    }
}
