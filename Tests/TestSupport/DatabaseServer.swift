import Glibc
public import MariaDB

/// The throw-away server of the tests, started by `Tests/mariadb start DIR`.
public enum DatabaseServer {
    /// Settings to enter it as root, which has no password.
    ///
    /// Tests empty whole databases, so nothing but a local socket is accepted.
    public static func settings(database: String? = nil) -> ConnectionSettings {
        ConnectionSettings(address: .socket(path: socketPath), user: "root", password: "", database: database)
    }

    /// Fails the test that needs a server when none is named, rather than the whole run.
    static func require() throws {
        struct NoServer: Error, CustomStringConvertible {
            var description: String { "NEEDME_TEST_DATABASE_SOCKET is not set: see Tests/mariadb." }
        }
        guard unsafe getenv(variable) != nil else { throw NoServer() }
    }

    private static let variable = "NEEDME_TEST_DATABASE_SOCKET"

    private static let socketPath: String = {
        let path = unsafe getenv(variable).map { unsafe String(cString: $0) } ?? ""
        precondition(
            path.hasPrefix("/"),
            "\(variable) must be the path of a throw-away MariaDB's socket: see Tests/mariadb."
        )
        return path
    }()
}
