extension Simulator {
    /// How many objects a page of a list has, from 1 to 100.
    func pageLimit(_ call: APICall) throws(APIError) -> Int {
        let limit = try call.parameters.integer("limit") ?? 10
        guard (1...100).contains(limit) else { throw .invalid("limit", "Invalid integer: must be from 1 to 100") }
        return Int(limit)
    }

    /// A page of a list.
    func list(_ objects: [JSON], hasMore: Bool, _ call: APICall) -> JSON {
        ["object": "list", "data": .list(objects), "has_more": .bool(hasMore), "url": .text(call.address)]
    }

    /// `GET /v1/events`: newest first; with `ending_before`, those after it.
    func listEvents(_ call: APICall) throws(APIError) -> JSON {
        if call.account != nil { _ = try connectedAccount(call) }
        try call.parameters.allowOnly([
            "type", "types[#]", "created[gte]", "limit", "ending_before", "starting_after", "delivery_success",
        ])
        let types = call.parameters.list("types") + [call.parameters["type"]].compactMap(\.self)
        let since = try call.parameters.integer("created[gte]") ?? 0
        var found = state.events.filter { event in
            event.account == call.account && event.created >= since && (types.isEmpty || types.contains(event.type))
        }
        let limit = try pageLimit(call)
        var total = found.count
        if let last = call.parameters["ending_before"] {
            found = Array(found.drop { $0.id != last }.dropFirst())
            total = found.count
            found = Array(found.prefix(limit))
        } else if let first = call.parameters["starting_after"] {
            found = Array(found.prefix { $0.id != first })
            total = found.count
        }
        return list(found.suffix(limit).reversed().map { .written($0.body) }, hasMore: total > limit, call)
    }

    /// `GET /v1/events/{id}`.
    func retrieveEvent(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        if call.account != nil { _ = try connectedAccount(call) }
        guard let event = state.events.first(where: { $0.id == id && $0.account == call.account }) else {
            throw .noSuch("event", id)
        }
        return .written(event.body)
    }

    /// `GET /v1/payment_intents/{id}`.
    func retrievePayment(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        json(try payment(call) { $0.id == id }, call.expansion)
    }

    /// `GET /v1/charges/{id}`.
    func retrieveCharge(_ id: String, _ call: APICall) throws(APIError) -> JSON {
        charge(try payment(call) { $0.part("ch_") == id }, call.expansion)
    }

    private func payment(
        _ call: APICall,
        where isWanted: (PaymentRecord) -> Bool
    ) throws(APIError) -> PaymentRecord {
        try call.parameters.allowOnly([])
        let account = try connectedAccount(call)
        guard let payment = state.payments.last(where: { $0.account == account.id && isWanted($0) }) else {
            throw .noSuch("payment", call.path.last ?? "")
        }
        return payment
    }
}
