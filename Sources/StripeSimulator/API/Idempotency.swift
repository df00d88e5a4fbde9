/// What was answered to a key (Stripe, "Idempotent requests").
struct StoredAnswer: Codable, Sendable, Equatable {
    /// The key, with the account it was used on.
    let key: String
    /// The call: address and parameters.
    let call: String
    let answer: APIAnswer
    let time: Int64
}

extension Simulator {
    /// Answers a call; the second call with a key gets the first one's answer, even a 500, for a day.
    ///
    /// Refused parameters are not kept: nothing was begun.
    mutating func answerOnce(_ call: APICall) throws(APIError) -> APIAnswer {
        let yesterday = time - 86_400
        state.answers.removeAll { $0.time < yesterday }
        if let stored = state.answers.first(where: { $0.key == call.storageKey }) {
            guard stored.call == call.fingerprint else {
                throw APIError(
                    type: "idempotency_error",
                    message:
                        "Keys for idempotent requests can only be used with the same parameters they were first used "
                        + "with."
                )
            }
            var answer = stored.answer
            answer.isReplayed = true
            return answer
        }
        let answer = APIAnswer(status: 200, body: try execute(call).text)
        keep(answer, of: call)
        return answer
    }

    /// Keeps an answer under the call's key, when it has one.
    mutating func keep(_ answer: APIAnswer, of call: APICall) {
        guard let key = call.storageKey else { return }
        state.answers.append(
            StoredAnswer(key: key, call: call.fingerprint, answer: answer, time: time)
        )
    }
}

extension APICall {
    fileprivate var storageKey: String? {
        idempotencyKey.map { "\(account ?? "platform") \($0)" }
    }

    fileprivate var fingerprint: String {
        ([address] + parameters.fields.map { "\($0.key)=\($0.value)" }).joined(separator: "\n")
    }
}
