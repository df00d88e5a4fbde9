extension Simulator {
    /// Notes that something happened and puts the news on its way.
    mutating func emit(_ type: String, account: String?, _ object: JSON) {
        let id = newIdentifier("evt_")
        let created = time
        let body: JSON = [
            "id": .text(id),
            "object": "event",
            "api_version": .text(SimulatorSettings.apiVersions[0]),
            "account": .optional(account),
            "created": .integer(created),
            "data": ["object": object],
            "livemode": false,
            "pending_webhooks": 1,
            "request": ["id": nil, "idempotency_key": nil],
            "type": .text(type),
        ]
        let event = EventRecord(
            id: id,
            type: type,
            account: account,
            created: created,
            body: account == nil ? body.without("account").text : body.text
        )
        state.events.append(event)
        if !state.faults.losesEvents { send(event) }
    }

    /// Puts an event on its way, with the faults that are switched on.
    mutating func send(_ event: EventRecord) {
        let held = state.faults.reversesEvents ? state.held : nil
        for _ in 0..<(state.faults.duplicatesEvents ? 2 : 1) {
            let delivery = Delivery(
                id: newIdentifier("dlv_"),
                event: event.id,
                type: event.type,
                scope: event.account == nil ? .platform : .connect,
                body: event.body,
                signing: state.faults.signing,
                notBefore: time + state.faults.delaySeconds,
                isShuffled: state.faults.shufflesEvents,
                isCut: state.faults.cutsEvents
            )
            if state.faults.reversesEvents && held == nil {
                state.held = delivery
            } else if state.faults.shufflesEvents {
                state.outbox.insert(delivery, at: Int(random() % UInt64(state.outbox.count + 1)))
            } else {
                state.outbox.append(delivery)
            }
        }
        if let held {
            state.outbox.append(held)
            state.held = nil
        }
    }

    /// Sends what was waiting for a next event.
    mutating func releaseHeldEvent() {
        if let held = state.held { state.outbox.append(held) }
        state.held = nil
    }
}

extension JSON {
    fileprivate func without(_ name: String) -> JSON {
        guard case .object(let fields) = self else { return self }
        return .object(fields.filter { $0.name != name })
    }
}
