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
                log: log
            )
            if once { return try worker.doWhatIsDue() }
            repeat { worker.round() } while try !ending.came(withinMilliseconds: Self.pause)
        }
    }

    /// How long the worker rests between two rounds, in milliseconds.
    private static let pause = 500
}

/// One worker, round after round.
private struct Worker {
    let office: Office
    let stripe: StripeLine
    let mail: MailClient
    let lanes: Set<Errand.Lane>
    let log: Logger

    /// A round that fails is told to the log; the next one begins as if it had not been.
    func round() {
        do {
            try doWhatIsDue()
        } catch {
            log.error("round failed", metadata: ["cause": "\(error)"])
        }
    }

    func doWhatIsDue() throws {
        errands: while true {
            switch try DoErrand(in: lanes).run(in: office, stripe: stripe, mail: mail) {
            case .idle: break errands
            case .done(let errand): log.info("errand done", metadata: errand.metadata)
            case .postponed(let errand, let reason):
                log.warning("errand postponed", metadata: errand.metadata.merging(["cause": "\(reason)"]) { $1 })
            case .abandoned(let errand, let reason):
                log.error("errand given up", metadata: errand.metadata.merging(["cause": "\(reason)"]) { $1 })
            }
        }
        if lanes.contains(.stripe) {
            try askStripe()
            try PlanReminders().run(in: office)
        }
        if lanes.contains(.mail) {
            try OpenDigests().run(in: office)
            try TellAnswers().run(in: office)
            try PurgeCompanies().run(in: office)
            for failure in try MakeDueInvoices().run(in: office) {
                log.error("recurring invoice", metadata: ["cause": "\(failure)"])
            }
        }
        try ForgetSessions().run(in: office)
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
