import ArgumentParser

/// The one program: each verb is a process that does one thing.
@main
struct Needme: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "needme",
        abstract: "Invoices that clients pay in a few clicks.",
        subcommands: [
            Respond.self, Work.self, Migrate.self, Check.self, Metrics.self, Ledger.self, Account.self, Export.self,
            Import.self,
            Demo.self,
        ]
    )
}
