import Foundation
import MariaDB
import OperationsTestSupport
import TestSupport
import Testing

/// The program is run as an operator or a script would.
@Suite(.database(.needme)) struct `needme check` {
    let scratch: Scratch
    let mail: DebianSMTPServer

    init() throws {
        scratch = try Scratch()
        mail = try DebianSMTPServer(in: scratch)
    }

    @Test func `says line by line what is well and what is not, and ends with 1`() throws {
        let run = try Run(["check"] + options, settings)
        #expect(run.status == 1)
        let lines = run.output.split(separator: "\n")
        for line in lines { #expect(line.wholeMatch(of: /(ok     [^→]+|wrong  .+ → .+)/) != nil, "\(line)") }
        for beginning in [
            "ok     configuration: dashboard", "ok     configuration: work", "ok     database: MariaDB 10.",
            "ok     clock: agrees with MariaDB", "ok     schema: ", "ok     rights: 'needme_public'@'%' may do",
            "ok     accounts: needme_work is let in", "wrong  stripe: Stripe", "ok     webhook secrets: connected",
            "ok     mail: 127.0.0.1:", "ok     tls: ", "ok     documents: 13 fonts",
        ] {
            #expect(lines.contains { $0.hasPrefix(beginning) }, "\(beginning)")
        }
    }

    @Test func `ends with 78 when a setting is wrong, and shows no value`() throws {
        let run = try Run(["check"] + options, settings.merging(["NEEDME_STRIPE_MODE": "a-secret-of-ours"]) { $1 })
        #expect(run.status == 78)
        #expect(run.output.contains("wrong  configuration: webhook: NEEDME_STRIPE_MODE is neither live nor test → set"))
        #expect(!run.output.contains("a-secret-of-ours"))
    }

    @Test func `reads the folder of systemd's settings, and refuses one that others can read`() throws {
        let folder = try `The settings of the site`.folder(in: scratch, unreachable)
        let sound = try Run(["check", "--settings", folder] + options, ["NEEDME_DATABASE_NAME": ""])
        #expect(sound.output.contains("ok     configuration: dashboard\n"))
        #expect(sound.status == 1)
        try setMode(0o644, of: folder + "/work.env")
        let refused = try Run(["check", "--settings", folder] + options, [:])
        #expect(refused.status == 78)
        #expect(refused.output.hasSuffix(" → chmod 600 \(folder)/work.env\n"))
        let missing = try Run(["check", "--settings", "/nowhere"] + options, [:])
        #expect(missing.status == 78)
    }

    /// The same settings with nobody of the world outside in them.
    private func unreachable(_ text: String) -> String {
        text.split(separator: "\n").map { line -> String in
            switch line.prefix(while: { $0 != "=" }) {
            case "NEEDME_PUBLIC_ORIGIN": line + "\nNEEDME_DEMO=1\nNEEDME_STRIPE_BASE_ADDRESS=https://127.0.0.1:1"
            case "NEEDME_SMTP_HOST": "NEEDME_SMTP_HOST=127.0.0.1"
            case "NEEDME_SMTP_PORT": "NEEDME_SMTP_PORT=1"
            case "NEEDME_SMTP_SECURITY": "NEEDME_SMTP_SECURITY=plain"
            default: String(line)
            }
        }.joined(separator: "\n")
    }

    private var options: [String] {
        get throws {
            let certificate = try Certificate(days: 60, in: scratch)
            let nginx = try scratch.file(
                "ssl_certificate \(certificate.file);\nssl_certificate_key \(certificate.keyFile);\n".utf8
            )
            return ["--directory", Run.repository.appendingPathComponent("sql").path, "--nginx", nginx]
        }
    }

    private var settings: [String: String] {
        get throws {
            let database = TestDatabase.current
            guard case .socket(path: let socket) = database.settings.address else { return [:] }
            var settings = [
                "NEEDME_PUBLIC_ORIGIN": "https://localhost", "NEEDME_DATABASE_SOCKET": socket,
                "NEEDME_DATABASE_NAME": database.name, "NEEDME_DATABASE_USER": database.settings.user,
                "NEEDME_SMTP_HOST": "127.0.0.1", "NEEDME_SMTP_PORT": "\(mail.port)", "NEEDME_SMTP_SECURITY": "plain",
                "NEEDME_DEMO": "1", "NEEDME_STRIPE_BASE_ADDRESS": "https://127.0.0.1:1",
            ]
            for role in OperationsTestSupport.Role.allCases {
                settings["NEEDME_DATABASE_PASSWORD_\(role.rawValue.uppercased())"] =
                    database.settings(as: role).password
            }
            return settings
        }
    }
}
