import Curl
import Stripe

/// Answers each request with the next line of a script, and keeps what was asked and how long was waited.
final class ScriptedExchange {
    typealias Outcome = Result<HTTPResponse, TransportError>

    private(set) var requests: [HTTPRequest] = []
    private(set) var pauses: [Int] = []
    private var script: [Outcome]

    init(_ script: Outcome...) {
        self.script = script
    }

    func client(tries: Int = 3) -> StripeClient {
        StripeClient(
            settings: StripeSettings(secretKey: "sk_test_secret", retries: RetryPolicy(tries: tries)),
            exchange: { request throws(TransportError) in
                self.requests.append(request)
                return try self.script.removeFirst().get()
            },
            pause: { self.pauses.append($0) },
            jitter: { 1 }
        )
    }

    /// The first request as a text: its first line, its headers, its body.
    var firstRequest: String {
        guard let request = requests.first else { return "" }
        let lines = ["\(request.method) \(request.url)"] + request.headers.map { "\($0.name): \($0.value)" }
        return (lines + request.body.split(separator: UInt8(ascii: "&")).map { String(decoding: $0, as: UTF8.self) })
            .joined(separator: "\n")
    }
}

extension ScriptedExchange.Outcome {
    static func answer(_ status: Int, _ body: String, _ headers: [String: String] = [:]) -> Self {
        .success(
            HTTPResponse(
                status: status,
                headers: headers.map { HTTPHeader($0.key, $0.value) },
                body: Array(body.utf8)
            )
        )
    }

    static func broken(mayHaveArrived: Bool) -> Self {
        .failure(TransportError(code: 28, message: "Timeout was reached", mayHaveArrived: mayHaveArrived))
    }
}

/// Bodies as Stripe writes them.
enum Sample {
    static let session = """
        {"id":"cs_test_1","object":"checkout.session","url":"https://checkout.stripe.com/c/pay/cs_test_1","status":"open",
        "payment_status":"unpaid","amount_total":12000,"currency":"eur","expires_at":1795003600,"payment_intent":null,
        "client_reference_id":"att_1","metadata":{"invoice_number":"F-2026-0042"},"livemode":false,
        "payment_method_types":["card"],"created":1795000000,"some_day":{"added":true}}
        """

    static let account = """
        {"id":"acct_1","object":"account","charges_enabled":true,"details_submitted":true,"payouts_enabled":false,
        "email":"a@b.fr","capabilities":{"card_payments":"active","klarna_payments":"pending"},
        "requirements":{"currently_due":["external_account"],"past_due":[],"eventually_due":null,
        "pending_verification":[],"current_deadline":1795009999,"disabled_reason":null,
        "errors":[{"code":"invalid_address","reason":"Too short","requirement":"company.address.line1"}]},
        "settings":{"payments":{"statement_descriptor":"ATELIER DURAND"},
        "card_payments":{"statement_descriptor_prefix":"ATELIER"}}}
        """

    static func event(type: String, account: String? = "acct_1", object: String, id: String = "evt_1") -> [UInt8] {
        let account = account.map { "\"account\":\"\($0)\"," } ?? ""
        return Array(
            """
            {"id":"\(id)","object":"event","type":"\(type)",\(account)"api_version":"2026-11-18.endive",
            "created":1795000001,"livemode":false,"pending_webhooks":1,"data":{"object":\(object)}}
            """.utf8
        )
    }

    static func error(type: String, code: String? = nil, param: String? = nil) -> String {
        let code = code.map { ",\"code\":\"\($0)\"" } ?? ""
        let param = param.map { ",\"param\":\"\($0)\"" } ?? ""
        return "{\"error\":{\"type\":\"\(type)\"\(code)\(param),\"message\":\"About jeanne@exemple.fr\"}}"
    }
}
