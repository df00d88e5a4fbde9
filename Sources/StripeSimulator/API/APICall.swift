import Web

/// A call whose key, version and form are in order.
struct APICall {
    let method: String
    /// The path's parts after `/v1`.
    let path: [String]
    /// The connected account it is made on.
    let account: String?
    let idempotencyKey: String?
    let parameters: Parameters

    init(_ request: Request, path: [String], settings: SimulatorSettings) throws(APIError) {
        try Self.checkKey(request, settings)
        try Self.checkVersion(request)
        method =
            switch request.method {
            case .get, .head: "GET"
            case .post: "POST"
            case .other(let word): word
            }
        self.path = path
        account = request.headers["stripe-account"]
        idempotencyKey = method == "POST" ? request.headers["idempotency-key"] : nil
        parameters = Parameters(method == "POST" ? request.form : request.query)
        if method == "POST", !request.body.isEmpty, parameters.fields.isEmpty {
            throw APIError(message: "Invalid request: the body must be application/x-www-form-urlencoded.")
        }
        if let idempotencyKey, idempotencyKey.utf8.count > 255 {
            throw APIError(message: "Idempotency keys are at most 255 characters long.")
        }
    }

    var address: String { "/v1/" + path.joined(separator: "/") }

    /// What may be expanded in the answer, `expand[]=payment_intent.latest_charge`.
    var expansion: Expansion {
        Expansion(parameters.fields.filter { $0.key.hasPrefix("expand[") }.map(\.value))
    }

    private static func checkKey(_ request: Request, _ settings: SimulatorSettings) throws(APIError) {
        guard let authorization = request.headers["authorization"] else {
            throw APIError(status: 401, message: "You did not provide an API key.")
        }
        guard CrossSite.constantTimeEqual(authorization, "Bearer " + settings.secretKey) else {
            throw APIError(status: 401, message: "Invalid API Key provided: sk_test_***")
        }
    }

    private static func checkVersion(_ request: Request) throws(APIError) {
        guard let version = request.headers["stripe-version"] else { return }
        guard SimulatorSettings.apiVersions.contains(version) else {
            throw APIError(message: "Invalid Stripe API version: \(version)")
        }
    }
}

/// Which identifiers of an answer are replaced by their objects.
struct Expansion {
    private let paths: [String]

    init(_ paths: [String]) {
        self.paths = paths
    }

    /// What to expand inside of this field; nil when the field itself stays an identifier.
    func inside(_ field: String) -> Expansion? {
        let inside = paths.filter { $0 == field || $0.hasPrefix(field + ".") }
        return inside.isEmpty ? nil : Expansion(inside.map { String($0.dropFirst(field.count + 1)) })
    }

    /// The same inside of each element of a list, `data.payment_intent`.
    var ofElements: Expansion { inside("data") ?? Expansion([]) }
}
