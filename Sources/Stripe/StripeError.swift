/// Why Stripe did not do what it was asked.
///
/// Descriptions are for the operator's log: they name Stripe's codes and its Request-Id, never the key, a body, or
/// Stripe's own sentence, which may quote what a person typed.
public enum StripeError: Error, Sendable, Equatable {
    /// Stripe understood and said no; the same request will get the same answer.
    case refused(Refusal)
    /// The account left our platform (403 `account_invalid`), or the key is of the other mode.
    case accountGone(requestID: String?)
    /// Too many requests, after every retry (429); nothing was done.
    case rateLimited(requestID: String?)
    /// No usable answer after every retry.
    ///
    /// When `mayHaveHappened`, the outcome is unknown: ask again with the same idempotency key, or read before acting.
    case unavailable(Cause, mayHaveHappened: Bool)
    /// Stripe agreed, but its answer is not what its documentation says: what was asked has been done.
    case unreadable(reason: String, requestID: String?)

    /// Stripe's "no", in its own words.
    public struct Refusal: Sendable, Equatable {
        /// The HTTP status, 400 to 404.
        public let status: Int
        /// The kind of error, such as `invalid_request_error` or `idempotency_error`.
        public let type: String
        /// The precise reason, such as `resource_missing` or `parameter_unknown`.
        public let code: String?
        /// The parameter at fault, `line_items[0][quantity]`.
        public let parameter: String?
        /// Stripe's sentence in English, for a developer; it may quote what was sent.
        public let message: String?
        /// What Stripe's support asks for.
        public let requestID: String?
    }

    /// The last thing that went wrong.
    public enum Cause: Sendable, Equatable {
        /// The exchange itself failed.
        case transport(code: Int, message: String)
        /// Stripe answered that it could not do it now: 409 or 5xx.
        case status(Int, requestID: String?)
    }
}

extension StripeError: CustomStringConvertible, CustomDebugStringConvertible {
    /// One line for the log.
    public var description: String {
        switch self {
        case .refused(let refusal): refusal.description
        case .accountGone(let requestID): "Stripe says that the account is gone" + Self.suffix(requestID)
        case .rateLimited(let requestID): "Stripe says that we ask too much" + Self.suffix(requestID)
        case .unavailable(.transport(let code, let message), let mayHaveHappened):
            "Stripe cannot be reached (\(code): \(message))" + Self.doubt(mayHaveHappened)
        case .unavailable(.status(let status, let requestID), let mayHaveHappened):
            "Stripe is failing (\(status))" + Self.suffix(requestID) + Self.doubt(mayHaveHappened)
        case .unreadable(let reason, let requestID): "Stripe's answer is unreadable: \(reason)" + Self.suffix(requestID)
        }
    }

    /// The same as the description.
    public var debugDescription: String { description }

    fileprivate static func suffix(_ requestID: String?) -> String {
        requestID.map { " [\($0)]" } ?? ""
    }

    private static func doubt(_ mayHaveHappened: Bool) -> String {
        mayHaveHappened ? "; outcome unknown" : "; nothing was done"
    }
}

extension StripeError.Refusal: CustomStringConvertible, CustomDebugStringConvertible {
    /// One line for the log, without Stripe's sentence.
    public var description: String {
        let details = [type, code, parameter].compactMap(\.self).joined(separator: " ")
        return "Stripe refused (\(status) \(details))" + StripeError.suffix(requestID)
    }

    /// The same as the description.
    public var debugDescription: String { description }
}
