import Accounting
import ArgumentParser
import FastCGI
import Glibc
import StripeSimulator
import Web

/// Answers Stripe's API and pages behind nginx, in one process: the state is in it.
struct Respond: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Answers Stripe's API and pages behind nginx.")

    @Option(help: "The socket to open; descriptor 0 when not given.") var socket: String?
    @Option(help: "Where the state is kept. [SIMULATOR_STATE_DIRECTORY]") var stateDirectory: String?
    @Option(help: "Where browsers reach it, https://localhost:8444. [SIMULATOR_PUBLIC_ADDRESS]") var publicAddress:
        String?
    @Option(help: "The platform's key, sk_test_…. [SIMULATOR_SECRET_KEY]") var secretKey: String?
    @Option(help: "The platform's name at OAuth, ca_…. [SIMULATOR_CLIENT_ID]") var clientID: String?
    @Option(
        name: .customLong("oauth-redirect-uris"),
        help: "Where OAuth may send people back to, with spaces between. [SIMULATOR_OAUTH_REDIRECT_URIS]"
    )
    var oauthRedirectURIs: String?

    func run() throws {
        let directory = try StateDirectory(path: Setting.required(stateDirectory, "SIMULATOR_STATE_DIRECTORY"))
        let settings = SimulatorSettings(
            publicAddress: Setting.optional(publicAddress, "SIMULATOR_PUBLIC_ADDRESS") ?? "https://localhost:8444",
            secretKey: try Setting.required(secretKey, "SIMULATOR_SECRET_KEY"),
            clientID: Setting.optional(clientID, "SIMULATOR_CLIENT_ID") ?? "ca_simulator",
            redirectURIs: (Setting.optional(oauthRedirectURIs, "SIMULATOR_OAUTH_REDIRECT_URIS") ?? "")
                .split { $0 == " " || $0 == "," }.map(String.init)
        )
        var generator = SystemRandomNumberGenerator()
        var simulator = Simulator(
            state: try directory.state(),
            settings: settings,
            now: Clock.now,
            random: { generator.next() },
            outcomes: directory.outcomes
        )
        var saved = simulator.state
        let listener = try Listener(socketPath: Setting.optional(socket, "SIMULATOR_SOCKET"))
        try listener.run { request in
            let response = simulator.respond(to: request)
            guard simulator.state != saved else { return response }
            do {
                try save(&simulator, in: directory)
                saved = simulator.state
                return response
            } catch {
                return .text("The simulator cannot save its state: \(error)", status: 500)
            }
        }
    }

    /// Deliveries first: a crash in between delivers an event twice, as Stripe may, rather than never.
    private func save(_ simulator: inout Simulator, in directory: StateDirectory) throws {
        for (index, delivery) in simulator.takeDeliveries(dueOrNot: true).enumerated() {
            try directory.spool(delivery, order: Clock.now().microseconds + Int64(index))
        }
        try directory.save(simulator.state)
    }
}
