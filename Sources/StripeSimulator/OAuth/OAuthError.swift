/// A refusal in the form of OAuth (RFC 6749, 5.2; Stripe, "Connect OAuth reference").
struct OAuthError: Error {
    var status = 400
    let code: String
    let description: String

    var answer: APIAnswer {
        let body: JSON = ["error": .text(code), "error_description": .text(description)]
        return APIAnswer(status: status, body: body.text)
    }

    static func missing(_ parameter: String) -> OAuthError {
        OAuthError(code: "invalid_request", description: "No \(parameter) was provided")
    }

    static func unknownClient(_ id: String) -> OAuthError {
        OAuthError(status: 401, code: "invalid_client", description: "No such application: '\(id)'")
    }

    static func notConnected(_ account: String) -> OAuthError {
        OAuthError(
            status: 401,
            code: "invalid_client",
            description:
                "This application is not connected to stripe account \(account), or that account does not exist."
        )
    }
}
