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
            let port = optional("NEEDME_DATABASE_PORT") ?? "3306"
            guard let number = Int(port), (1...65_535).contains(number) else {
                throw ConfigurationError(
                    variable: "NEEDME_DATABASE_PORT",
                    problem: "is not a port",
                    expected: "a number from 1 to 65535"
                )
            }
            return .tcp(host: host, port: number, certificateAuthorityFile: optional("NEEDME_DATABASE_CA_FILE"))
        }
    }
}
