import Curl
import FoundationEssentials

/// One try that brought nothing.
enum Failure {
    case transport(TransportError)
    case answer(status: Int, shouldRetry: String?, requestID: String?, ErrorBody.Details?)

    init(_ error: TransportError) {
        self = .transport(error)
    }

    init(_ response: HTTPResponse) {
        let body = try? JSONDecoder().decode(ErrorBody.self, from: Data(response.body))
        self = .answer(
            status: response.status,
            shouldRetry: response["stripe-should-retry"],
            requestID: response["request-id"],
            body?.error
        )
    }

    var isWorthRetrying: Bool {
        switch self {
        case .transport: true
        case .answer(let status, let shouldRetry, _, _):
            RetryPolicy.isWorthRetrying(status: status, shouldRetry: shouldRetry)
        }
    }

    /// Whether Stripe may have done what was asked although it did not say so: a broken connection, a 5xx, or a 409, which
    /// says that the same request is being done.
    var mayHaveHappened: Bool {
        switch self {
        case .transport(let error): error.mayHaveArrived
        case .answer(let status, _, _, _): status == 409 || status >= 500
        }
    }

    /// What the caller gets to know when no try is left.
    func error(mayHaveHappened: Bool) -> StripeError {
        switch self {
        case .transport(let error):
            .unavailable(.transport(code: error.code, message: error.message), mayHaveHappened: mayHaveHappened)
        case .answer(403, _, let requestID, let details) where details?.code == "account_invalid":
            .accountGone(requestID: requestID)
        case .answer(429, _, let requestID, _) where !mayHaveHappened:
            .rateLimited(requestID: requestID)
        case .answer(let status, _, let requestID, _) where status == 409 || status == 429 || status >= 500:
            .unavailable(.status(status, requestID: requestID), mayHaveHappened: mayHaveHappened)
        case .answer(let status, _, let requestID, let details):
            .refused(
                StripeError.Refusal(
                    status: status,
                    type: details?.type ?? "unknown",
                    code: details?.code,
                    parameter: details?.param,
                    message: details?.message,
                    requestID: requestID
                )
            )
        }
    }
}

/// The body of every answer that is not a success.
struct ErrorBody: Decodable {
    struct Details: Decodable {
        let type: String?
        let code: String?
        let param: String?
        let message: String?
    }

    let error: Details

    private enum Key: CodingKey { case error }

    /// OAuth's errors are a word where those of the API are an object.
    init(from decoder: any Decoder) throws {
        let values = try decoder.container(keyedBy: Key.self)
        if let word = try? values.decode(String.self, forKey: .error) {
            error = Details(type: "oauth_error", code: word, param: nil, message: nil)
        } else {
            error = try values.decode(Details.self, forKey: .error)
        }
    }
}
