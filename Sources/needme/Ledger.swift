import Accounting
import ArgumentParser
import MariaDB
import Operations
import Store

/// Looks after the registers of receipts.
struct Ledger: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look after the registers of receipts.",
        subcommands: [Verify.self]
    )

    /// Checks that every register is whole.
    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Check that every register is whole.")

        func run() throws {
            try exitingCleanly {
                let configuration = Configuration.ofProcess
                let office = try Office(Store(Connection(try configuration.database)), configuration)
                let breaches = try VerifyLedger().run(in: office)
                for (company, found) in breaches.sorted(by: { $0.key < $1.key }) {
                    for breach in found { print("company \(company): \(breach.sentence)") }
                }
                guard breaches.isEmpty else { throw ExitCode(1) }
                print("every register is whole")
            }
        }
    }
}

extension RegisterBreach {
    fileprivate var sentence: String {
        switch self {
        case .altered(let sequence): "line \(sequence) was altered"
        case .misplaced(let found, let expected): "line \(found) stands where line \(expected) was expected"
        case .endsElsewhere(let found, let expected): "ends at line \(found), should end at line \(expected)"
        }
    }
}
