import Curl
import StripeSimulator

/// One of the platform's webhooks.
struct Endpoint {
    let url: String
    let secret: String

    /// Signs a delivery now and sends it; answers the endpoint's status, nil when there was none or the line was cut.
    func send(_ delivery: Delivery, over line: Line) -> Int? {
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
        return try? (delivery.isCut ? line.cut : line.whole).exchange(request).status
    }
}

/// How the endpoints are reached.
struct Line {
    let whole: HTTPClient
    /// Hangs up at the first byte of an answer: the endpoint has done its work, and nobody listens.
    let cut: HTTPClient

    init(allowsPlainHTTP: Bool, certificateAuthorityFile: String?) throws(TransportError) {
        whole = try HTTPClient(
            allowsPlainHTTP: allowsPlainHTTP,
            certificateAuthorityFile: certificateAuthorityFile
        )
        cut = try HTTPClient(
            allowsPlainHTTP: allowsPlainHTTP,
            certificateAuthorityFile: certificateAuthorityFile,
            maximumResponseBytes: 1
        )
    }
}
