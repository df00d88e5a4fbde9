import Operations
import Store

/// The folder of SQL files.
struct SchemaFiles {
    let folder: String

    /// The steps of the schema.
    var migrations: [Migration] {
        get throws(UnreadableFile) {
            var migrations: [Migration] = []
            for name in try Folder(path: folder).names where name.hasSuffix(".sql") {
                guard let migration = Migration(fileName: name, text: try text(of: name), digest: sha256) else {
                    continue
                }
                migrations.append(migration)
            }
            return migrations
        }
    }

    /// Who may do what.
    var grants: String {
        get throws(UnreadableFile) { try text(of: "grants.sql") }
    }

    private func text(of name: String) throws(UnreadableFile) -> String {
        String(decoding: try FileBytes(path: folder + "/" + name).bytes, as: UTF8.self)
    }
}
