import MariaDB

extension Configuration {
    /// Where MariaDB is, and as whom we speak to it.
    var database: ConnectionSettings {
        get throws(ConfigurationError) {
            ConnectionSettings(
                address: try databaseAddress,
                user: try required("NEEDME_DATABASE_USER", "the role's account, such as needme_public"),
                password: optional("NEEDME_DATABASE_PASSWORD") ?? "",
                database: try required("NEEDME_DATABASE_NAME", "the database's name, such as needme")
            )
        }
    }

    private var databaseAddress: ConnectionSettings.Address {
        get throws(ConfigurationError) {
            if let path = optional("NEEDME_DATABASE_SOCKET") { return .socket(path: path) }
            let host = try required("NEEDME_DATABASE_HOST", "a host, or NEEDME_DATABASE_SOCKET with a socket's path")
            let port = try port("NEEDME_DATABASE_PORT") ?? 3_306
            return .tcp(host: host, port: port, certificateAuthorityFile: optional("NEEDME_DATABASE_CA_FILE"))
        }
    }
}
