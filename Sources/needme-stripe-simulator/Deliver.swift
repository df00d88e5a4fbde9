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
        let client = try HTTPClient(
            allowsPlainHTTP: allowHTTP || Setting.optional(nil, "SIMULATOR_ALLOW_HTTP") != nil,
            certificateAuthorityFile: Setting.optional(caFile, "SIMULATOR_CA_FILE")
        )
        let endpoints = [
            Scope.connect: endpoint(connectURL, connectSecret, "SIMULATOR_CONNECT"),
            Scope.platform: endpoint(platformURL, platformSecret, "SIMULATOR_PLATFORM"),
        ].compactMapValues(\.self)
        let end = try EndSignal()
        while try !end.came(withinMilliseconds: 50) {
            for (name, delivery) in try directory.spooled() where delivery.notBefore <= Clock.now().seconds {
                try attempt(delivery, name, endpoints, client, directory)
                if try end.came(withinMilliseconds: 0) { return }
            }
        }
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
        _ client: HTTPClient,
        _ directory: StateDirectory
    ) throws {
        guard let endpoint = endpoints[delivery.scope] else { return try directory.remove(name) }
        let status = endpoint.send(delivery, with: client)
        var next = delivery
        next.attempts += 1
        next.notBefore = Clock.now().seconds + min(300, 1 << Int64(min(next.attempts, 9)))
        try directory.append(
            DeliveryOutcome(
                event: delivery.event,
                scope: delivery.scope,
                attempt: next.attempts,
                status: status,
                time: Clock.now().seconds
            )
        )
        let hasArrived = status.map { (200...299).contains($0) } ?? false
        if hasArrived || next.attempts >= 16 {
            try directory.remove(name)
        } else {
            try directory.spool(next, name: name)
        }
    }
}
