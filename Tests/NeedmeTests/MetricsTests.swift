import Foundation
import MariaDB
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// The program is run as a timer would.
@Suite(.database(.needme)) struct `needme metrics` {
    let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func `prints every figure, in Prometheus's format`() throws {
        let run = try Run(["metrics"], TestDatabase.current.variables)
        #expect(run.status == 0)
        let lines = run.output.split(separator: "\n")
        for line in lines {
            #expect(
                line.wholeMatch(of: /# (HELP needme_[a-z_]+ .+|TYPE needme_[a-z_]+ (counter|gauge))/) != nil
                    || line.wholeMatch(of: /needme_[a-z_]+(\{[a-z]+="[^"]*"(,[a-z]+="[^"]*")*\})? \d+/) != nil,
                "\(line)"
            )
        }
        for expected in [
            "needme_database_up 1", "needme_schema_version \(SchemaStanding.expectedVersion)", "needme_schema_serves 1",
            "needme_outbox_errands{lane=\"mail\"} 0", "needme_outbox_oldest_due_seconds{lane=\"stripe\"} 0",
            "needme_outbox_given_up{lane=\"mail\"} 0", "needme_payment_attempts{state=\"open\"} 0",
            "needme_sweep_lag_seconds 0", "needme_event_backlog 0",
        ] {
            #expect(lines.contains(Substring(expected)), "\(expected)")
        }
    }

    @Test func `writes a file that everybody may read, and leaves no draft`() throws {
        let file = scratch.path + "/needme.prom"
        for _ in 1...2 { #expect(try Run(["metrics", "--output", file], TestDatabase.current.variables).status == 0) }
        #expect(try String(contentsOfFile: file, encoding: .utf8).contains("needme_database_up 1"))
        #expect(try FileManager.default.contentsOfDirectory(atPath: scratch.path) == ["needme.prom"])
        let mode = try FileManager.default.attributesOfItem(atPath: file)[.posixPermissions] as? Int
        #expect(mode == 0o644)
    }

    @Test func `says that the database is away, and what the processes have counted`() throws {
        let run = try Run(["metrics"], ["NEEDME_COUNTS_DIRECTORY": scratch.path])
        #expect(run.status == 0)
        #expect(run.output.contains("\nneedme_database_up 0\n"))
        #expect(!run.output.contains("needme_schema_version"))
    }
}
