import ArgumentParser
import Glibc
import MariaDB
import Operations
import Store

/// Writes everything that one company has into one file.
///
/// It is the archive that its owner downloads, made without them: it opens no account either, since a file that lies about
/// should not. Password hashes, second factors and sessions stay; an owner whose company moves chooses a new password.
struct Export: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Write the archive of a company, a ZIP file.")

    @Option(help: "The address that its owner logs in with.")
    var company: String

    @Argument(help: "The file to write; it must not exist.")
    var file: String

    func run() throws {
        try exitingCleanly {
            let configuration = Configuration.ofProcess
            let office = try Office(Store(Connection(try configuration.database)), configuration)
            let archive = try taken(in: office)
            let output = try NewFile(path: file)
            do {
                while let piece = try archive.next() { try output.add(piece) }
                try output.end()
            } catch {
                output.remove()
                throw error
            }
            print("wrote \(file)")
        }
    }

    private func taken(in office: Office) throws -> ArchiveStream {
        do {
            return try TakeArchive(ownedBy: company, in: office).run(in: office)
        } catch is NotFound {
            throw ValidationError("nobody who logs in as \(company) has a company here")
        }
    }
}

/// Takes up a company from its archive.
struct Import: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Take up a company from its archive, whole or not at all."
    )

    @Argument(help: "The archive.")
    var file: String

    func run() throws {
        try exitingCleanly {
            let configuration = Configuration.ofProcess
            let office = try Office(Store(Connection(try configuration.database)), configuration)
            do {
                let result = try ImportArchive(path: file).run(in: office)
                for (table, count) in result.rows.sorted(by: { $0.key < $1.key }) { print("\(table): \(count)") }
                print("company \(result.companyID) is here; its owner chooses a new password (Mot de passe oublié)")
            } catch let refusal as ArchiveRefusal {
                throw ValidationError(refusal.description)
            }
        }
    }
}
