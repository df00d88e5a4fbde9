import Accounting
public import ArgumentParser
import FastCGI
import Logging
import Mail
import MariaDB
import Operations
public import Store

/// Does what must make nobody wait: errands left in the outbox, and the sweep of open attempts.
struct Work: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Do the errands of the outbox and sweep open attempts.")

    @Flag(help: "Do what is due now, then end.")
    var once = false

    @Option(help: "Do only what waits for stripe, or for mail, so that neither holds up the other. May be repeated.")
    var lane: [Errand.Lane] = []

    func run() throws {
        try exitingCleanly {
            let log = Logger.role("work")
            let ending = try EndSignal()
            let configuration = Configuration.ofProcess
            let tally = try Tally(of: "work", configuration, log: log)
            let store = Store(Connection(try configuration.database))
            let worker = Worker(
                office: try Office(store, configuration) { tally.add(.settled($0)) },
                stripe: try configuration.stripeLine,
                mail: try configuration.mailClient,
                lanes: Set(lane.isEmpty ? Errand.Lane.allCases : lane),
                ending: ending,
                log: log
            )
            if once { try worker.doWhatIsDue() } else { try worker.workUntilTheEnd() }
        }
    }
}

/// One worker, round after round.
///
/// Told to end, it finishes the errand or the sweep it is at: a backlog waits for the next worker.
private struct Worker: ~Copyable {
    let office: Office
    let stripe: StripeLine
    let mail: MailClient
    let lanes: Set<Errand.Lane>
    let ending: EndSignal
    let log: Logger

    /// How long it rests between two rounds, in milliseconds.
    private static let pause = 500

    /// Works until the process must end.
    ///
    /// A round that fails is told to the log; the next one begins as if it had not been.
    func workUntilTheEnd() throws {
        repeat {
            do {
                try doWhatIsDue()
            } catch {
                log.error("round failed", metadata: ["cause": "\(error)"])
            }
        } while try !ending.came(withinMilliseconds: Self.pause)
    }

    func doWhatIsDue() throws {
        while try !mustEnd {
            guard try doErrand() else { break }
        }
        if try lanes.contains(.stripe) && !mustEnd {
            try askStripe()
            try PlanReminders().run(in: office)
        }
        if try lanes.contains(.mail) && !mustEnd {
            try OpenDigests().run(in: office)
            try TellAnswers().run(in: office)
            try PurgeCompanies().run(in: office)
            for failure in try MakeDueInvoices().run(in: office) {
                log.error("recurring invoice", metadata: ["cause": "\(failure)"])
            }
        }
        try ForgetSessions().run(in: office)
    }

    private var mustEnd: Bool {
        get throws { try ending.came(withinMilliseconds: 0) }
    }

    /// - Returns: false when none is due.
    private func doErrand() throws -> Bool {
        switch try DoErrand(in: lanes).run(in: office, stripe: stripe, mail: mail) {
        case .idle: return false
        case .done(let errand): log.info("errand done", metadata: errand.metadata)
        case .postponed(let errand, let reason):
            log.warning("errand postponed", metadata: errand.metadata.merging(["cause": "\(reason)"]) { $1 })
        case .abandoned(let errand, let reason):
            log.error("errand given up", metadata: errand.metadata.merging(["cause": "\(reason)"]) { $1 })
        }
        return true
    }

    private func askStripe() throws {
        let sweep = try Sweep().run(in: office, stripe: stripe)
        for failure in sweep.failures { log.warning("sweep", metadata: ["cause": "\(failure)"]) }
        for failure in try Reconcile().run(in: office, stripe: stripe) {
            log.warning("reconciliation", metadata: ["cause": "\(failure)"])
        }
    }
}

extension Errand.Lane: ExpressibleByArgument {}

extension Errand {
    fileprivate var metadata: Logger.Metadata {
        ["errand": "\(kind.rawValue)", "subject": "\(subject)", "tries": "\(tries)"]
    }
}
