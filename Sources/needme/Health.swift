import MariaDB
import Store
import Web

/// What a monitor is told of a role: `/healthz/ROLE`, whether it lives, and `/healthz/ROLE/ready`, whether it can serve.
///
/// To live, a process has only to answer: a database that is away is no reason to restart it.
struct Health {
    let role: String
    let database: ConnectionSettings

    /// What a monitor is told, and what the log is.
    struct Answer {
        let response: Response
        /// Why the role cannot serve.
        var trouble: String?
    }

    /// The answer to a monitor; nil when nobody asks about this role's health.
    func answer(to request: Request) -> Answer? {
        let question = request.path
        guard question == "/healthz/\(role)" || question == "/healthz/\(role)/ready" else { return nil }
        switch request.method {
        case .get, .head: return question.hasSuffix("/ready") ? readiness : Answer(response: Self.text("alive"))
        case .post, .other: return Answer(response: Self.text("GET or HEAD", 405).with("allow", "GET, HEAD"))
        }
    }

    /// Asked over a connection of its own, so that also the account's log-in is tried, and never for long.
    private var readiness: Answer {
        var settings = database
        settings.connectTimeoutSeconds = 2
        settings.answerTimeoutSeconds = 2
        do {
            let standing = try Store(Connection(settings)).reader.schemaStanding()
            if standing.serves { return Answer(response: Self.text("ready")) }
            return Answer(
                response: Self.text("not ready: the schema is not what this program needs", 503),
                trouble: "schema \(standing.version)\(standing.isWhole ? "" : ", begun and not finished"), "
                    + "\(SchemaStanding.expectedVersion) is needed"
            )
        } catch {
            return Answer(response: Self.text("not ready: the database does not answer", 503), trouble: "\(error)")
        }
    }

    private static func text(_ text: String, _ status: Int = 200) -> Response {
        .text(text + "\n", status: status).with("cache-control", "no-store")
    }
}
