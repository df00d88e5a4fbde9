import ArgumentParser
import FastCGI
import Logging
import Web

/// Answers nginx's requests of one role, one at a time, until it is told to end.
struct Respond: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Answer nginx's requests of one role.")

    /// The four kinds of responder, each with its own socket and database account.
    enum Role: String, CaseIterable, ExpressibleByArgument {
        case dashboard, `public`, stripe, webhook

        /// The longest body, in bytes, as nginx has it: files of 5 Mo, in a form, go to two roles.
        var maximumBodyBytes: Int {
            switch self {
            case .dashboard, .public: 6 << 20
            case .stripe, .webhook: 1 << 20
            }
        }
    }

    @Argument(help: "The role: dashboard, public, stripe or webhook.")
    var role: Role

    @Option(help: "A Unix socket to listen on; without it, descriptor 0.")
    var socket: String?

    func run() throws {
        try exitingCleanly {
            let log = Logger.role(role.rawValue)
            let configuration = Configuration.ofProcess
            let tally = try Tally(of: role.rawValue, configuration, log: log)
            let site = try Site(role, configuration, log: log, tally: tally)
            // With a wrong configuration, the socket is not even opened.
            let listener = try Listener(socketPath: socket)
            try listener.run(
                maximumBodyBytes: role.maximumBodyBytes,
                refused: { id, status in
                    log.warning("request refused", metadata: ["request": "\(id)", "status": "\(status)"])
                    tally.add(.answered(status: status))
                },
                handler: { request in
                    let response = site.respond(to: request)
                    tally.add(.answered(status: response.status))
                    return response
                }
            )
        }
    }
}
