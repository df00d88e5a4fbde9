import MariaDB
import Operations
import Store

/// Whether the schema is where the files of `sql/` say, and whether the accounts may do what `grants.sql` says, and no more.
struct CheckSchema {
    let connection: Connection
    let files: SchemaFiles

    var findings: [Finding] { [schema] + rights }

    private static let migrate = "needme migrate (systemctl start needme-migrate), after a backup"

    private var schema: Finding {
        do {
            let pending = try Migrator(connection).pending(among: try files.migrations)
            if !pending.isEmpty {
                let names = pending.map(\.name).joined(separator: ", ")
                return .wrong("schema", "not applied yet: \(names)", cure: Self.migrate)
            }
            let standing = try Store(connection).reader.schemaStanding()
            guard standing.version == SchemaStanding.expectedVersion else {
                return .wrong(
                    "schema",
                    "the files go to \(standing.version), this program to \(SchemaStanding.expectedVersion)",
                    cure: "install program and files of the same release"
                )
            }
            return .ok("schema", "\(standing.version) files applied, none changed since")
        } catch {
            return .wrong("schema", "\(error)", cure: "see the folder of the SQL files (--directory); \(Self.migrate)")
        }
    }

    private var rights: [Finding] {
        do {
            let script = try GrantScript(try files.grants)
            let reader = Store(connection).reader
            let (accounts, rights) = (try reader.roleAccounts(), try reader.rights())
            return script.accounts.sorted().map { account in
                accounts.contains(account)
                    ? finding(account, expected: script.rights, found: rights)
                    : .wrong("rights", "\(account) does not exist", cure: Self.migrate)
            } + accounts.subtracting(script.accounts).sorted().compactMap(stranger)
        } catch {
            return [.wrong("rights", "\(error)", cure: "check as an administrator who may read every account")]
        }
    }

    private func finding(_ account: String, expected: Set<Right>, found: Set<Right>) -> Finding {
        let (expected, found) = (expected.filter { $0.account == account }, found.filter { $0.account == account })
        let missing = Right.missing(of: expected, among: found)
        let excess = Right.missing(of: found, among: expected)
        if missing.isEmpty && excess.isEmpty { return .ok("rights", "\(account) may do what it should, and no more") }
        let text = Self.list("may not", missing) + Self.list("may as well", excess)
        return .wrong(
            "rights",
            account + text,
            cure: excess.isEmpty ? Self.migrate : "REVOKE what is too much, or \(Self.migrate)"
        )
    }

    /// An account that looks like one of ours.
    private func stranger(_ account: String) -> Finding? {
        .wrong("rights", "\(account) is none of ours", cure: "DROP USER \(account), unless another site needs it")
    }

    private static func list(_ words: String, _ rights: [Right]) -> String {
        if rights.isEmpty { return "" }
        let some = rights.prefix(5).map { "\($0)" }.joined(separator: ", ")
        return " \(words): \(some)\(rights.count > 5 ? " and \(rights.count - 5) more" : "");"
    }
}
