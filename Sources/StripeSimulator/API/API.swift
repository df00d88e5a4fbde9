import Web

extension Simulator {
    /// Answers a call of the API.
    mutating func answerAPI(_ request: Request, path: [String]) -> Response {
        let isOAuth = path.first == "oauth"
        var answer: APIAnswer
        do throws(APIError) {
            let call = try APICall(request, path: path, settings: settings)
            try failIfAsked(call)
            answer = isOAuth ? answerOAuth(call) : try answerOnce(call)
        } catch {
            answer = error.answer
        }
        if state.faults.lostAnswers > 0 {
            state.faults.lostAnswers -= 1
            answer = APIAnswer(status: 504, body: "", isLost: true)
        }
        return response(to: request, with: answer)
    }

    private func response(to request: Request, with answer: APIAnswer) -> Response {
        var response = Response(status: answer.status, type: "application/json", body: Array(answer.body.utf8))
            .with("request-id", newIdentifier("req_"))
            .with("date", now().httpDate)
            .with("stripe-version", request.headers["stripe-version"] ?? SimulatorSettings.apiVersions[0])
        if let key = request.headers["idempotency-key"] { response.headers.add("idempotency-key", key) }
        if answer.isReplayed { response.headers.add("idempotent-replayed", "true") }
        if answer.isLost { response.headers.add("x-simulator-lost", "1") }
        return response
    }

    /// The next status that the control page asked for.
    private mutating func failIfAsked(_ call: APICall) throws(APIError) {
        guard !state.faults.nextStatuses.isEmpty else { return }
        let status = state.faults.nextStatuses.removeFirst()
        let error = APIError(
            status: status,
            type: status == 409 ? "idempotency_error" : status == 429 ? "invalid_request_error" : "api_error",
            code: status == 409 ? "idempotency_key_in_use" : status == 429 ? "rate_limit" : nil,
            message: "The simulator was asked to fail."
        )
        if status == 500 { keep(error.answer, of: call) }
        throw error
    }

    /// Does what a call asks for.
    mutating func execute(_ call: APICall) throws(APIError) -> JSON {
        switch (call.method, call.path.four) {
        case ("POST", ("checkout", "sessions", "", "")): try createSession(call)
        case ("GET", ("checkout", "sessions", "", "")): try listSessions(call)
        case ("GET", ("checkout", "sessions", let id, "")): try retrieveSession(id, call)
        case ("POST", ("checkout", "sessions", let id, "expire")): try expireSession(id, call)
        case ("POST", ("accounts", "", "", "")): try createAccount(call)
        case ("GET", ("accounts", let id, "", "")): try retrieveAccount(id, call)
        case ("POST", ("accounts", let id, "login_links", "")): try createLoginLink(id, call)
        case ("GET", ("account", "", "", "")): try retrievePlatform(call)
        case ("POST", ("account_links", "", "", "")): try createAccountLink(call)
        case ("GET", ("events", "", "", "")): try listEvents(call)
        case ("GET", ("events", let id, "", "")): try retrieveEvent(id, call)
        default: try readMoney(call)
        }
    }

    /// What became of the money.
    private func readMoney(_ call: APICall) throws(APIError) -> JSON {
        switch (call.method, call.path.four) {
        case ("GET", ("payment_intents", "", "", "")): try listPayments(call)
        case ("GET", ("payment_intents", let id, "", "")): try retrievePayment(id, call)
        case ("GET", ("charges", let id, "", "")): try retrieveCharge(id, call)
        case ("GET", ("refunds", "", "", "")): try listRefunds(call)
        case ("GET", ("refunds", let id, "", "")): try retrieveRefund(id, call)
        case ("GET", ("disputes", "", "", "")): try listDisputes(call)
        case ("GET", ("disputes", let id, "", "")): try retrieveDispute(id, call)
        case ("GET", ("balance_transactions", "", "", "")): try listBalance(call)
        case ("GET", ("balance_transactions", let id, "", "")): try retrieveBalance(id, call)
        case ("GET", ("payouts", "", "", "")): try listPayouts(call)
        case ("GET", ("payouts", let id, "", "")): try retrievePayout(id, call)
        default: throw APIError(status: 404, message: "Unrecognized request URL (\(call.method): \(call.address)).")
        }
    }
}
