import Accounting
import Archive
import Store

/// The operator takes up a company from its archive: all of it with its numbers, its fingerprints and its links, or nothing.
///
/// An archive opens no account: the owner comes back by « Mot de passe oublié ». Work that was in hand when it was made, such
/// as a mail that was about to leave, is not taken up.
public struct ImportArchive {
    private let path: String

    /// - Parameter path: where the archive is.
    public init(path: String) {
        self.path = path
    }

    /// What was taken up.
    public struct Result: Sendable, Equatable {
        /// The company.
        public let companyID: Int64
        /// How many rows each table has of it.
        public let rows: [String: Int]
    }

    /// - Throws: ``ArchiveRefusal``; the database is as it was.
    public func run(in office: Office) throws -> Result {
        let text = try CheckArchive(path: path).run()
        let reader = office.store.reader
        guard let manifest = try reader.archiveManifest(text), manifest.format == ArchiveFormat.name else {
            throw ArchiveRefusal.notOurs("its manifest does not say \(ArchiveFormat.name)")
        }
        let columns = try columns(manifest, reader)
        let password = try PasswordHash(Token.random(from: office.outside).text, outside: office.outside)
        return try office.store.write { writer in
            let taking = TakingUp(writer: writer, columns: columns, passwordHash: password.encoded)
            let zip = try ZipReader(path: path)
            while let path = try zip.next() { try taking.file(path, zip.read) }
            try check(manifest, taking, writer.reader)
            return Result(companyID: manifest.companyID, rows: taking.rows)
        }
    }

    /// The columns of each table, when the archive has the same.
    private func columns(_ manifest: ArchiveManifest, _ reader: StoreReader) throws -> [String: [ArchivedColumn]] {
        guard manifest.tableCount == ArchivedTable.all.count else {
            throw ArchiveRefusal.otherVersion("\(manifest.tableCount) tables")
        }
        var columns: [String: [ArchivedColumn]] = [:]
        for table in ArchivedTable.all {
            let ours = try reader.archivedColumns(of: table)
            guard manifest.columns[table.name] == ours.map(\.name).joined(separator: ",") else {
                throw ArchiveRefusal.otherVersion(table.name)
            }
            columns[table.name] = ours
        }
        return columns
    }

    private func check(_ manifest: ArchiveManifest, _ taking: TakingUp, _ reader: StoreReader) throws {
        for table in ArchivedTable.all where (taking.rows[table.name] ?? 0) != manifest.rows[table.name] {
            throw ArchiveRefusal.incomplete(table.name)
        }
        guard taking.missingFiles == 0 else { throw ArchiveRefusal.incomplete("files") }
        if let broken = try reader.danglingReferences().first { throw ArchiveRefusal.incomplete(broken) }
        guard try VerifyRegister(companyID: manifest.companyID).run(reader).breaches.isEmpty else {
            throw ArchiveRefusal.incomplete("the register")
        }
    }
}
