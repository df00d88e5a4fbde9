import Testing

@Suite struct `What systemd gives a part of the site` {
    private static let units = House.files(under: "nginx/systemd").filter { $0.path.hasSuffix(".service") }
    private static let settings = House.files(under: "nginx/systemd/settings")

    /// A command line is read by everybody on the machine.
    @Test func `has no secret on its command line, and all of them in files of root`() {
        #expect(Self.units.count > 2)
        for (path, text) in Self.units {
            for line in text.split(separator: "\n") where line.hasPrefix("Exec") || line.hasPrefix("Environment=") {
                #expect(!line.contains(/PASSWORD|SECRET|sk_|whsec_/), "\(path)")
            }
            for match in text.matches(of: /(?m)^EnvironmentFile=-?(.*)$/) {
                #expect(match.output.1.hasPrefix("/etc/needme/"), "\(path)")
            }
        }
        #expect(House.text("README.md").contains("install -m 0600 nginx/systemd/settings/*.env /etc/needme/"))
    }

    @Test func `leaves no core behind, where secrets would stand`() {
        let hardening = House.text("nginx/systemd/needme-.service.d/10-hardening.conf")
        #expect(hardening.contains(/(?m)^LimitCORE=0$/))
    }

    @Test func `has no secret in the files that the source brings along`() {
        #expect(Self.settings.count > 3)
        for (path, text) in Self.settings {
            for line in text.split(separator: "\n") where line.contains(/^\w*(?:PASSWORD|SECRET)\w*=/) {
                #expect(line.hasSuffix("="), "\(path)")
            }
        }
    }

    /// Of each role, the secrets that it asks for: no other file has them.
    @Test(arguments: [
        ("dashboard", []), ("site", []), ("stripe", ["NEEDME_STRIPE_SECRET_KEY"]),
        ("webhook", ["NEEDME_STRIPE_WEBHOOK_SECRETS_CONNECT", "NEEDME_STRIPE_WEBHOOK_SECRETS_PLATFORM"]),
        ("work", ["NEEDME_STRIPE_SECRET_KEY", "NEEDME_SMTP_PASSWORD"]),
    ])
    func `has only the secrets of its own role`(role: String, secrets: [String]) {
        let text = House.text("nginx/systemd/settings/\(role).env")
        let found = text.matches(of: /(?m)^(\w*(?:PASSWORD|SECRET)\w*)=/).map { String($0.output.1) }
        #expect(!text.isEmpty)
        #expect(found == secrets)
    }
}
