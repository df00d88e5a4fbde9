/// A refusal, in Stripe's form (Stripe API reference, "Errors").
struct APIError: Error {
    var status = 400
    var type = "invalid_request_error"
    var code: String?
    var parameter: String?
    let message: String

    var answer: APIAnswer {
        var details: [JSON.Field] = [JSON.Field(name: "type", value: .text(type))]
        if let code { details.append(JSON.Field(name: "code", value: .text(code))) }
        if let parameter { details.append(JSON.Field(name: "param", value: .text(parameter))) }
        details.append(JSON.Field(name: "message", value: .text(message)))
        return APIAnswer(status: status, body: JSON.object([JSON.Field(name: "error", value: .object(details))]).text)
    }

    static func missing(_ parameter: String) -> APIError {
        APIError(code: "parameter_missing", parameter: parameter, message: "Missing required param: \(parameter).")
    }

    static func unknown(_ parameter: String) -> APIError {
        APIError(code: "parameter_unknown", parameter: parameter, message: "Received unknown parameter: \(parameter)")
    }

    static func invalid(_ parameter: String, _ message: String, code: String? = nil) -> APIError {
        APIError(code: code, parameter: parameter, message: message)
    }

    static func noSuch(_ kind: String, _ id: String, parameter: String? = nil) -> APIError {
        APIError(
            status: parameter == nil ? 404 : 400,
            code: "resource_missing",
            parameter: parameter ?? "id",
            message: "No such \(kind): '\(id)'"
        )
    }

    /// The account is not, or is no longer, the platform's: Stripe does not say which.
    static func noAccess(to account: String) -> APIError {
        APIError(
            status: 403,
            code: "account_invalid",
            message:
                "The provided key 'sk_test_***' does not have access to account '\(account)' (or that account does "
                + "not exist). Application access may have been revoked."
        )
    }
}

/// An answer of the API before it has headers.
struct APIAnswer: Codable, Sendable, Equatable {
    let status: Int
    let body: String
    var isReplayed = false
    /// True when the answer never arrives.
    var isLost = false
}
