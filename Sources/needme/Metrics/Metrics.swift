import ArgumentParser
import Logging
import MariaDB
import Operations
import Payments
import Store

/// Prints how the site is doing, for Prometheus.
struct Metrics: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Print how the site is doing, in Prometheus's text format."
    )

    @Option(help: "Write to this file, at once and whole, as node_exporter's textfile collector wants it.")
    var output: String?

    func run() throws {
        try exitingCleanly {
            let configuration = Configuration.ofProcess
            var exposition = Exposition()
            if let directory = configuration.countsDirectory {
                exposition.add(try CountsFile.sums(under: directory))
            }
            exposition.add(try Figures(configuration, log: .role("metrics")))
            guard let output else { return print(exposition.text, terminator: "") }
            try FileBytes.replace(output, with: Array(exposition.text.utf8))
        }
    }
}

/// What the database says; nothing of it when it does not answer, which is a figure, too.
struct Figures {
    private(set) var standing: SchemaStanding?
    private(set) var stock: TakeStock.Stock?

    init(_ configuration: Configuration, log: Logger) throws {
        let store = Store(Connection(try configuration.database))
        let office = try Office(store, configuration)
        do {
            standing = try store.reader.schemaStanding()
            // A schema that is not the one we know has other tables.
            if standing?.serves == true { stock = try TakeStock().run(in: office) }
        } catch let error as DatabaseError {
            log.warning("the database does not say all", metadata: ["cause": "\(error)"])
        }
    }
}

extension Exposition {
    /// Adds what the processes have counted.
    mutating func add(_ sums: [(role: String, counts: Counts)]) {
        add(
            "needme_requests_total",
            .counter,
            "Requests answered, by role and status.",
            sums.flatMap { role, counts in
                counts.statuses.map {
                    (["role": role, "status": "\($0)"], "\(counts[.answered(status: $0)])")
                }
            }
        )
        add(
            "needme_settlements_total",
            .counter,
            "What came of each testimony about money, by the role that heard it.",
            sums.filter { ["stripe", "webhook", "work"].contains($0.role) }.flatMap { role, counts in
                SettlementOutcome.allCases.map {
                    (["role": role, "outcome": $0.rawValue], "\(counts[.settled($0)])")
                }
            }
        )
    }

    /// Adds what the database says.
    mutating func add(_ figures: Figures) {
        add("needme_database_up", .gauge, "Whether the database answers.", figures.standing == nil ? 0 : 1)
        if let standing = figures.standing {
            add("needme_schema_version", .gauge, "The newest migration that was applied.", standing.version)
            add(
                "needme_schema_expected_version",
                .gauge,
                "The newest migration that this program knows.",
                SchemaStanding.expectedVersion
            )
            add(
                "needme_schema_serves",
                .gauge,
                "Whether this program can serve with the schema.",
                standing.serves ? 1 : 0
            )
        }
        if let stock = figures.stock { add(stock) }
    }

    private mutating func add(_ stock: TakeStock.Stock) {
        func byLane(_ value: (Errand.Lane) -> some BinaryInteger) -> [(KeyValuePairs<String, String>, String)] {
            Errand.Lane.allCases.map { (["lane": $0.rawValue], "\(value($0))") }
        }
        add("needme_outbox_errands", .gauge, "Errands that are not done.", byLane { stock.lengths[$0] ?? 0 })
        add(
            "needme_outbox_oldest_due_seconds",
            .gauge,
            "How long the oldest errand has been due; 0 when none is.",
            byLane { stock.ages[$0] ?? 0 }
        )
        add("needme_outbox_given_up", .gauge, "Errands that were given up.", byLane { stock.givenUp[$0] ?? 0 })
        add(
            "needme_payment_attempts",
            .gauge,
            "Attempts through which money may still come.",
            AttemptState.allCases.filter(\.isLive).map { (["state": $0.rawValue], "\(stock.attempts[$0] ?? 0)") }
        )
        add("needme_sweep_lag_seconds", .gauge, "By how much the sweep of attempts is late.", stock.sweepLag)
        add(
            "needme_event_backlog",
            .gauge,
            "Events of Stripe about which the worker is still to ask.",
            stock.eventBacklog
        )
    }
}
