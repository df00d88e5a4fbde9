/// Whether events of both endpoints can be believed: one secret each, two during a roll, and never the same for both.
struct CheckWebhookSecrets {
    let connect: [String]
    let platform: [String]

    var findings: [Finding] {
        let endpoints = [("connected accounts", connect), ("the platform's account", platform)]
        let found = endpoints.map { name, secrets in
            Finding.ok("webhook secrets", "\(name): \(secrets.count == 1 ? "one" : "two, during a roll")")
        }
        guard !Set(connect).isDisjoint(with: platform) else { return found }
        return [
            .wrong(
                "webhook secrets",
                "both endpoints have the same",
                cure: "each endpoint has a secret of its own in Stripe's dashboard: copy both again into webhook.env"
            )
        ]
    }
}
