import OperationsTestSupport
import StripeSimulator
import StripeTestSupport
import TestSupport

/// One sequence of steps, all of it drawn from a seed, and everything that did not hold at some moment of it.
struct Play {
    let scene: Scene
    private(set) var reached = Reached()

    init(seed: UInt64, on lines: Lines, beside bystander: Bystander) throws {
        scene = try Scene(seed: seed, on: lines, beside: bystander)
    }

    /// Plays to the end, or until something does not hold.
    mutating func run() throws {
        let end = scene.lot.draw(15...40)
        var taken = 0
        // A step that finds nothing to do is none.
        while taken < end { taken += try take(nextStep()) ? 1 : 0 }
        try rest()
    }

    private mutating func nextStep() -> Step {
        if !scene.plan.isEmpty, scene.lot.draw(1...3) > 1 { return scene.plan.removeFirst() }
        return Step.draw(from: &scene.lot)
    }

    /// Takes a step, in a process that is killed now and then; answers whether there was anything to do.
    private mutating func take(_ step: Step) throws -> Bool {
        let (before, said) = (scene.last, scene.log.count)
        let isKilled = try step.isOurs && scene.lot.once(in: 4) && scene.takeAndDie(step)
        if scene.log.count == said { try scene.take(step) }
        guard scene.log.count > said else { return false }
        reached.note("step \(step)")
        try check(after: step)
        if isKilled { noteKill(before) }
        return true
    }

    private mutating func noteKill(_ before: Photograph) {
        reached.note(before == scene.last ? "killed, nothing left" : "killed, something left")
        if before[.payment].count + before[.quarantine].count < scene.last[.payment].count
            + scene.last[.quarantine].count
        {
            reached.note("killed, money recorded")
        }
    }

    private mutating func rest() throws {
        try scene.catchUp()
        try check(after: nil)
        try scene.comeToRest()
        try check(after: nil)
        try fail(if: scene.restBreaches())
        if let change = try scene.bystander.changes(on: scene.books) { throw SceneFailure(change) }
        reached.note(scene.last)
    }

    private mutating func check(after step: Step?) throws {
        let now = try scene.photograph()
        let money = scene.story.stripe.state.receivedMoney.map { ($0.payment, $0) }
        let always = Always(before: scene.last, now: now, step: step, money: Dictionary(uniqueKeysWithValues: money))
        try fail(if: always.breaches())
        scene.last = now
    }

    private func fail(if breaches: [String]) throws {
        guard breaches.isEmpty else { throw SceneFailure(breaches.joined(separator: "\n")) }
    }
}
