import Accounting
import ArgumentParser
import Curl
import FastCGI
import StripeSimulator

/// Sends the events to the platform's endpoints, in a process of its own, so that an endpoint may call the API meanwhile.
struct Deliver: ParsableCommand {
    static let configuration = CommandConfiguration(abstract: "Sends the events to the platform's endpoints.")

    @Option(help: "Where the state is kept. [SIMULATOR_STATE_DIRECTORY]") var stateDirectory: String?
    @Option(help: "The endpoint « Connected accounts ». [SIMULATOR_CONNECT_URL]") var connectURL: String?
    @Option(help: "Its secret, whsec_…. [SIMULATOR_CONNECT_SECRET]") var connectSecret: String?
    @Option(help: "The endpoint « Your account ». [SIMULATOR_PLATFORM_URL]") var platformURL: String?
    @Option(help: "Its secret, whsec_…. [SIMULATOR_PLATFORM_SECRET]") var platformSecret: String?
    @Option(help: "The authorities that the endpoints' certificates come from. [SIMULATOR_CA_FILE]") var caFile: String?
    @Flag(help: "Also delivers to http:// addresses. [SIMULATOR_ALLOW_HTTP]") var allowHTTP = false

    func run() throws {
        let directory = try StateDirectory(path: Setting.required(stateDirectory, "SIMULATOR_STATE_DIRECTORY"))
        let line = try Line(
            allowsPlainHTTP: allowHTTP || Setting.optional(nil, "SIMULATOR_ALLOW_HTTP") != nil,
            certificateAuthorityFile: Setting.optional(caFile, "SIMULATOR_CA_FILE")
        )
        let endpoints = [
            Scope.connect: endpoint(connectURL, connectSecret, "SIMULATOR_CONNECT"),
            Scope.platform: endpoint(platformURL, platformSecret, "SIMULATOR_PLATFORM"),
        ].compactMapValues(\.self)
        let end = try EndSignal()
        while try !end.came(withinMilliseconds: 50) {
            for (name, delivery) in try due(in: directory) {
                try attempt(delivery, name, endpoints, line, directory)
                if try end.came(withinMilliseconds: 0) { return }
            }
        }
    }

    /// What is to be delivered now, oldest first, or in any order when that was asked for.
    private func due(in directory: StateDirectory) throws -> [(name: String, delivery: Delivery)] {
        let now = Clock.now().seconds
        let due = try directory.spooled().filter { $0.delivery.notBefore <= now }
        return due.contains(where: \.delivery.isShuffled) ? due.shuffled() : due
    }

    private func endpoint(_ url: String?, _ secret: String?, _ variables: String) -> Endpoint? {
        guard let url = Setting.optional(url, variables + "_URL"),
            let secret = Setting.optional(secret, variables + "_SECRET")
        else { return nil }
        return Endpoint(url: url, secret: secret)
    }

    /// One attempt: an endpoint that does not answer 2xx is asked again, later and later, as Stripe does.
    private func attempt(
        _ delivery: Delivery,
        _ name: String,
        _ endpoints: [Scope: Endpoint],
        _ line: Line,
        _ directory: StateDirectory
    ) throws {
        guard let endpoint = endpoints[delivery.scope] else { return try directory.remove(name) }
        let status = endpoint.send(delivery, over: line)
        try directory.append(
            DeliveryOutcome(
                event: delivery.event,
                scope: delivery.scope,
                attempt: delivery.attempts + 1,
                status: status,
                time: Clock.now().seconds
            )
        )
        let hasArrived = status.map { (200...299).contains($0) } ?? false
        if !hasArrived, let next = delivery.again(at: Clock.now()) {
            try directory.spool(next, name: name)
        } else {
            try directory.remove(name)
        }
    }
}
