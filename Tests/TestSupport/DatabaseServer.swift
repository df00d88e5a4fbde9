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

    private static let socketPath: String = {
        let path = unsafe getenv("NEEDME_TEST_DATABASE_SOCKET").map { unsafe String(cString: $0) } ?? ""
        precondition(
            path.hasPrefix("/"),
            "NEEDME_TEST_DATABASE_SOCKET must be the path of a throw-away MariaDB's socket: see Tests/mariadb."
        )
        return path
    }()
}
