/// What each part of the site is told when it starts, and what the administrator is.
struct Settings {
    let parts: [(part: Part, configuration: Configuration)]
    let administrator: Configuration

    /// The settings that the units of nginx/systemd hand over from a folder such as /etc/needme.
    init(folder: String) throws {
        func variables(_ name: String) throws -> [String: String]? {
            try EnvironmentFile(path: "\(folder)/\(name).env")?.variables
        }
        guard let site = try variables("site") else {
            throw EnvironmentFile.Refusal(
                text: "\(folder)/site.env is missing",
                cure: "copy nginx/systemd/settings into \(folder)"
            )
        }
        // As in the units: what the files say goes before what the unit says.
        parts = try Part.allCases.map { part in
            let own = try variables(part.rawValue) ?? [:]
            return (part, Self.configuration(of: part.account, site, own))
        }
        administrator = Self.configuration(of: "root", site, try variables("migrate") ?? [:])
    }

    private static func configuration(of user: String, _ files: [String: String]...) -> Configuration {
        let unit = ["NEEDME_DATABASE_USER": user]
        return Configuration(environment: files.reduce(unit) { $0.merging($1) { $1 } })
    }

    /// The settings that one environment holds for all parts, as in the demo, with a password for each.
    init(shared environment: Configuration) {
        administrator = environment
        parts = Part.allCases.map { part in
            let password = environment.optional("NEEDME_DATABASE_PASSWORD_" + part.rawValue.uppercased()) ?? ""
            let own = ["NEEDME_DATABASE_USER": part.account, "NEEDME_DATABASE_PASSWORD": password]
            return (part, environment.with(own))
        }
    }

    /// What one part is told.
    subscript(part: Part) -> Configuration {
        guard let found = parts.first(where: { $0.part == part }) else {
            preconditionFailure("Every part has its settings.")
        }
        return found.configuration
    }
}
