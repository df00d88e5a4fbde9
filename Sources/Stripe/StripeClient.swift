public import Curl
import FoundationEssentials

/// The calls we make to Stripe, each of which blocks until Stripe answers or the retries are spent.
public struct StripeClient {
    private let settings: StripeSettings
    private let exchange: HTTPExchange
    private let pause: (_ milliseconds: Int) -> Void
    private let jitter: () -> Double

    /// A client.
    /// - Parameters:
    ///   - settings: key, address, retries.
    ///   - exchange: sends one request and waits for its answer.
    ///   - pause: waits that many milliseconds.
    ///   - jitter: a random number from 0 to 1.
    public init(
        settings: StripeSettings,
        exchange: @escaping HTTPExchange,
        pause: @escaping (_ milliseconds: Int) -> Void,
        jitter: @escaping () -> Double
    ) {
        self.settings = settings
        self.exchange = exchange
        self.pause = pause
        self.jitter = jitter
    }

    /// Where accounts that exist already are connected, without a slash at the end.
    var connectAddress: String { settings.connectAddress }

    /// True when the key moves real money.
    public var takesRealMoney: Bool { settings.isLive }

    /// Reads an object.
    func get<Answer: Decodable>(
        _ path: String,
        query: Parameter = [:],
        account: String? = nil
    ) throws(StripeError) -> Answer {
        let query = query.formEncoded
        return try answer(to: request("GET", query.isEmpty ? path : path + "?" + query, account: account))
    }

    /// Reads an object, and what stood above it.
    func getWithHeaders<Answer: Decodable>(_ path: String) throws(StripeError) -> (Answer, [HTTPHeader]) {
        let response = try send(request("GET", path, account: nil), tries: settings.retries.tries)
        return (try read(response), response.headers)
    }

    /// Creates or changes an object.
    ///
    /// With an idempotency key a retry can never do it twice; without one, doing it twice must be harmless.
    func post<Answer: Decodable>(
        _ path: String,
        _ parameters: Parameter = [:],
        account: String? = nil,
        idempotencyKey: String? = nil
    ) throws(StripeError) -> Answer {
        var request = request("POST", path, account: account)
        request.headers.append(HTTPHeader("Content-Type", "application/x-www-form-urlencoded"))
        if let idempotencyKey {
            request.headers.append(HTTPHeader("Idempotency-Key", idempotencyKey))
        }
        request.body = Array(parameters.formEncoded.utf8)
        return try answer(to: request)
    }

    /// Asks the host of OAuth; `tries` is how often at most, when another number than usual is right.
    func postToConnect<Answer: Decodable>(
        _ path: String,
        _ parameters: Parameter,
        tries: Int? = nil
    ) throws(StripeError) -> Answer {
        var request = request("POST", path, account: nil, at: settings.connectAddress)
        request.headers.append(HTTPHeader("Content-Type", "application/x-www-form-urlencoded"))
        request.body = Array(parameters.formEncoded.utf8)
        return try answer(to: request, tries: tries)
    }

    private func request(
        _ method: String,
        _ path: String,
        account: String?,
        at address: String? = nil
    ) -> HTTPRequest {
        var headers = [
            HTTPHeader("Authorization", "Bearer " + settings.secretKey),
            HTTPHeader("Stripe-Version", StripeSettings.apiVersion),
        ]
        if let account { headers.append(HTTPHeader("Stripe-Account", account)) }
        return HTTPRequest(
            method: method,
            url: (address ?? settings.baseAddress) + path,
            headers: headers,
            timeoutMilliseconds: settings.retries.timeoutMilliseconds
        )
    }

    private func answer<Answer: Decodable>(
        to request: HTTPRequest,
        tries: Int? = nil
    ) throws(StripeError) -> Answer {
        try read(try send(request, tries: tries ?? settings.retries.tries))
    }

    private func read<Answer: Decodable>(_ response: HTTPResponse) throws(StripeError) -> Answer {
        do {
            return try JSONDecoder().decode(Answer.self, from: Data(response.body))
        } catch {
            throw .unreadable(reason: Unreadable.reason(error), requestID: response["request-id"])
        }
    }

    /// Sends the request until an answer is final or the tries are spent.
    private func send(_ request: HTTPRequest, tries: Int) throws(StripeError) -> HTTPResponse {
        var mayHaveHappened = false
        var failures = 0
        while true {
            let failure: Failure
            do {
                let response = try exchange(request)
                if (200...299).contains(response.status) { return response }
                failure = Failure(response)
            } catch {
                failure = Failure(error)
            }
            failures += 1
            mayHaveHappened = mayHaveHappened || failure.mayHaveHappened
            guard failure.isWorthRetrying, failures < tries else {
                throw failure.error(mayHaveHappened: mayHaveHappened)
            }
            pause(settings.retries.pauseMilliseconds(after: failures, jitter: jitter()))
        }
    }
}
