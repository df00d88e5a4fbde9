import Accounting
import ArgumentParser
import Glibc
import MariaDB
import Operations
import Store

/// Looks at everything that the site needs, and says what is wrong and what to do.
struct Check: ParsableCommand {
    static let configuration = CommandConfiguration(
        abstract: "Look at everything that the site needs: a line each, and what to do about what is wrong.",
        discussion: """
            Ends with status 0 when all is well, with 78 when a setting is wrong, with 1 when anything else is. Nothing is \
            changed and no mail is sent.
            """
    )

    @Option(help: "The folder of settings that systemd reads, such as /etc/needme; without it, the environment.")
    var settings: String?

    @Option(help: "The folder of the SQL files.")
    var directory = "sql"

    @Option(help: "nginx's configuration.")
    var nginx = "/etc/nginx/nginx.conf"

    func run() throws {
        let findings: [Finding]
        do {
            findings = self.findings(try settings.map { try Settings(folder: $0) } ?? Settings(shared: .ofProcess))
        } catch let refusal as EnvironmentFile.Refusal {
            findings = [.wrong("configuration", refusal.text, cure: refusal.cure)]
        } catch let error as UnreadableFile {
            findings = [.wrong("configuration", "\(error)", cure: "check as root")]
        }
        let inColour = isatty(STDOUT_FILENO) == 1
        for finding in findings { print(finding.line(inColour: inColour)) }
        let wrong = findings.filter(\.isWrong)
        if wrong.contains(where: { $0.subject == "configuration" }) { throw ExitCode(ConfigurationError.exitStatus) }
        if !wrong.isEmpty { throw ExitCode(1) }
    }

    /// What cannot be looked at for want of a setting is left out: that setting's own line says so.
    private func findings(_ settings: Settings) -> [Finding] {
        var findings = CheckConfiguration(settings: settings).findings
        findings += database(settings)
        if let client = try? settings[.stripe].stripeClient {
            let mode = try? settings[.webhook].takesRealMoney
            let (found, answeredAt) = CheckStripe(client: client, takesRealMoney: mode).look()
            findings += found
            if let theirs = answeredAt.flatMap(Instant.init(httpDate:)) {
                findings += CheckClock(ours: Outside.real.now(), theirs: theirs, name: "Stripe").findings
            }
        }
        if let secrets = try? (settings[.webhook].connectSecrets, settings[.webhook].platformSecrets) {
            findings += CheckWebhookSecrets(connect: secrets.0, platform: secrets.1).findings
        }
        if let server = try? settings[.work].mailServer { findings += CheckMail(server: server).findings }
        findings +=
            CheckCertificate(
                nginx: nginx,
                host: try? settings[.dashboard].hostName,
                now: Outside.real.now()
            ).findings
        return findings + CheckMaterials().findings
    }

    private func database(_ settings: Settings) -> [Finding] {
        let connection: Connection
        do throws(ConfigurationError) {
            connection = Connection(try settings.administrator.database)
        } catch {
            return [
                .wrong(
                    "configuration",
                    "administrator: \(error.variable) \(error.problem)",
                    cure: "set it to \(error.expected)"
                )
            ]
        }
        let reader = Store(connection).reader
        var findings = CheckServer(reader: reader).findings
        guard let facts = try? reader.serverFacts() else { return findings }
        findings += CheckClock(ours: Outside.real.now(), theirs: facts.now, name: "MariaDB").findings
        findings += CheckSchema(connection: connection, files: SchemaFiles(folder: directory)).findings
        return findings + CheckAccounts(settings: settings).findings
    }
}
