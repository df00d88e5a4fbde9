import Operations
import OperationsTestSupport
import Store

// What the worker does.

extension Scene {
    /// The worker does some errands.
    func errands() throws {
        for _ in 0..<lot.draw(1...6) {
            guard try errand() else { return }
        }
    }

    /// The worker does one errand; answers whether there was one.
    @discardableResult
    func errand() throws -> Bool {
        let outcome = try DoErrand().run(in: office(.work), stripe: story.stripe.line, mail: story.mail)
        switch outcome {
        case .idle: return false
        case .done(let errand): say("errand \(errand.kind)")
        case .postponed(let errand, let reason), .abandoned(let errand, let reason):
            say("errand \(errand.kind) not done: \(reason)")
            try blame(reason)
        }
        return true
    }

    func sweep() throws {
        let (asked, failures) = try Sweep().run(in: office(.work), stripe: story.stripe.line)
        if asked > 0 { say("sweep asked \(asked) \(failures)") }
        try failures.forEach(blame)
    }

    func reconcile() throws {
        let failures = try Reconcile().run(in: office(.work), stripe: story.stripe.line)
        say("reconcile \(failures)")
        try failures.forEach(blame)
    }

    /// Stripe may be silent; our own statements do not fail.
    private func blame(_ reason: String) throws {
        guard cutting == nil, reason.contains("MariaDB") || reason.contains("NotFound") else { return }
        throw SceneFailure("the worker failed: \(reason)")
    }
}
