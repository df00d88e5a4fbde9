extension Simulator {
    /// `GET /v1/events`: newest first; with `ending_before`, those after it.
    func listEvents(_ call: APICall) throws(APIError) -> JSON {
        if call.account != nil { _ = try connectedAccount(call) }
        try call.parameters.allowOnly(Self.listParameters + ["type", "types[#]", "delivery_success"])
        let types = call.parameters.list("types") + [call.parameters["type"]].compactMap(\.self)
        let period = try call.parameters.createdBetween()
        return try paged(state.events, call) { event in
            event.account == call.account && event.created >= period.from && event.created < period.before
                && (types.isEmpty || types.contains(event.type))
        } write: {
            .written($0.body)
        }
    }

    /// `GET /v1/events/{id}`.
    func retrieveEvent(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        if call.account != nil { _ = try connectedAccount(call) }
        guard let event = state.events.first(where: { $0.id == id && $0.account == call.account }) else {
            throw .noSuch("event", id)
        }
        return .written(event.body)
    }
}
