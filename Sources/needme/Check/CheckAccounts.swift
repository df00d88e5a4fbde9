import Glibc
import MariaDB
import Store

/// Whether each part gets into the database with its own account.
struct CheckAccounts {
    let settings: Settings

    var findings: [Finding] { settings.parts.compactMap(finding) }

    private func finding(_ part: Part, _ configuration: Configuration) -> Finding? {
        // A configuration that is wrong has had its line.
        guard let database = try? configuration.database else { return nil }
        if database.password.isEmpty, case .socket = database.address { return systemUser(database.user, of: part) }
        do throws(DatabaseError) {
            _ = try Connection(database).row("SELECT 1 AS one")
            return .ok("accounts", "\(database.user) is let in by its password")
        } catch {
            return .wrong(
                "accounts",
                "\(database.user): \(error)",
                cure:
                    "set NEEDME_DATABASE_PASSWORD_\(part.rawValue.uppercased()) for needme migrate, the same as the part has"
            )
        }
    }

    /// Without a password, the socket lets in the system's user of the account's name.
    private func systemUser(_ name: String, of part: Part) -> Finding {
        guard unsafe getpwnam(name) != nil else {
            return .wrong(
                "accounts",
                "the system has no user \(name), the only one that its account would let in",
                cure:
                    "systemd-sysusers, after copying nginx/systemd/needme.sysusers, or a password for \(part.rawValue)"
            )
        }
        return .ok("accounts", "\(name) is let in as the system's user of that name")
    }
}
