import ArgumentParser
import Documents
import MariaDB
import Operations
import Store

/// Takes the schema to where the files of `sql/` say, and gives each role its rights.
struct Migrate: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Apply sql/NNNN_name.sql once each, then sql/grants.sql.")

    @Option(help: "The folder of the SQL files.")
    var directory = "sql"

    func run() throws {
        try exitingCleanly {
            let configuration = Configuration.ofProcess
            let connection = Connection(try configuration.database)
            let files = SchemaFiles(folder: directory)
            let migrator = Migrator(connection)
            do {
                let applied = try migrator.apply(try files.migrations, at: Outside.real.now())
                for name in applied { print("applied \(name)") }
                try migrator.giveRights(try files.grants)
                try migrator.setPasswords(configuration.rolePasswords)
                let drawn = try DrawMissingFiles(press: Press()).run(in: Store(connection), at: Outside.real.now())
                if drawn > 0 { print("drew \(drawn) documents issued before files were kept") }
                print(applied.isEmpty ? "the schema was up to date; rights given" : "rights given")
            } catch let refusal as MigrationRefusal {
                throw ValidationError(refusal.description)
            }
        }
    }
}

extension Configuration {
    /// The passwords of the roles' accounts, where they are set: an account without one lets in only the system's user of
    /// its name.
    fileprivate var rolePasswords: [(account: String, password: String)] {
        ["dashboard", "public", "stripe", "webhook", "work"].compactMap { role in
            optional("NEEDME_DATABASE_PASSWORD_" + role.uppercased()).map { ("needme_" + role, $0) }
        }
    }
}
