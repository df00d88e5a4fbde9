import Curl
import StripeSimulator

/// One of the platform's webhooks.
struct Endpoint {
    let url: String
    let secret: String

    /// Signs a delivery now and sends it; answers the endpoint's status, nil when there was none.
    func send(_ delivery: Delivery, with client: HTTPClient) -> Int? {
        let request = HTTPRequest(
            method: "POST",
            url: url,
            headers: [
                HTTPHeader("Content-Type", "application/json; charset=utf-8"),
                HTTPHeader("User-Agent", "Stripe/1.0 (simulation)"),
                HTTPHeader("Stripe-Signature", delivery.signature(secret: secret, at: Clock.now())),
            ],
            body: Array(delivery.body.utf8)
        )
        return try? client.exchange(request).status
    }
}
