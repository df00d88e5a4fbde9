import Operations
import OperationsTestSupport
import Synchronization
import TestSupport
import Testing

/// Clicks, payments, knocks, returns, sweeps, receipts by hand, credit notes, switches, disconnections and killed
/// processes, in thousands of orders: what must stay true stays true after each.
@Suite(.database(.needme)) struct `Whatever happens, in whatever order` {
    private static let run = Mutex((reached: Reached(), lanes: UInt64(0)))
    /// With fewer sequences, what is rare may not come.
    private static let enough = 400

    @Test(arguments: 0..<Seeds.lanes) func `money is recorded exactly once`(lane: UInt64) throws {
        let lines = Lines(to: .current)
        let bystander = try Bystander(on: lines)
        var reached = Reached()
        var failures = 0
        for seed in Seeds.ofThisRun.ofLane(lane) where failures < 3 {
            try Bystander.clearTheStage(lines.administrator)
            var play = try Play(seed: seed, on: lines, beside: bystander)
            do {
                try play.run()
            } catch {
                Issue.record("NEEDME_TEST_SEED=\(seed)\n\(play.scene.log.joined(separator: "\n"))\n\(error)")
                failures += 1
            }
            reached.note("scene")
            reached.merge(play.reached)
        }
        let office = Story(on: lines, seed: 0).office(on: lines.administrator)
        #expect(try VerifyLedger().run(in: office) == [:])
        Self.judge(reached)
    }

    /// The lane that ends last judges whether the run has tried everything.
    private static func judge(_ ofLane: Reached) {
        let (reached, isLast) = run.withLock { run in
            run.reached.merge(ofLane)
            run.lanes += 1
            return (run.reached, run.lanes == Seeds.lanes)
        }
        let scenes = reached.counts["scene"] ?? 0
        guard isLast, scenes >= enough else { return }
        for (what, count) in reached.counts.sorted(by: { $0.key < $1.key }) {
            print("Interleavings: \(count) × \(what)")
        }
        #expect(reached.missing == [])
        #expect(reached.counts["scene with a booked payment"] ?? 0 > scenes * 2 / 5)
    }
}
