import Web

extension Configuration {
    /// Where people reach us, "https://host" or "https://host:port".
    var publicOrigin: String {
        get throws(ConfigurationError) {
            let expected = "https://host, without a path and without a slash at its end"
            let origin = try required("NEEDME_PUBLIC_ORIGIN", expected)
            let host = origin.dropFirst("https://".count)
            guard origin.hasPrefix("https://"), !host.isEmpty, !host.contains("/"), !host.contains("@") else {
                throw ConfigurationError(
                    variable: "NEEDME_PUBLIC_ORIGIN",
                    problem: "is not an origin",
                    expected: expected
                )
            }
            return origin
        }
    }

    /// The host of the public origin, without its port: how we name ourselves to mail servers.
    var hostName: String {
        get throws(ConfigurationError) {
            let host = try publicOrigin.dropFirst("https://".count)
            return String(host.prefix { $0 != ":" })
        }
    }

    /// The addresses of the static files, with the hash of what they hold now.
    var assets: Assets {
        get throws(ConfigurationError) {
            let expected = "the folder nginx serves as /static, with needme.css and needme.js"
            let directory = try required("NEEDME_STATIC_DIRECTORY", expected)
            do {
                return Assets(
                    stylesheet: try StaticFile("needme.css", in: directory).address,
                    script: try StaticFile("needme.js", in: directory).address
                )
            } catch {
                throw ConfigurationError(
                    variable: "NEEDME_STATIC_DIRECTORY",
                    problem: "cannot be used: \(error)",
                    expected: expected
                )
            }
        }
    }
}
