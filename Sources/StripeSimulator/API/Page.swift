extension Simulator {
    /// The parameters that every list takes.
    static let listParameters = ["limit", "starting_after", "ending_before"] + Parameters.period

    /// A page of a list whose records stand oldest first: newest first, and after or before one of them if asked for
    /// (Stripe API reference, "Pagination").
    func paged<Record: Identifiable>(
        _ records: [Record],
        _ call: APICall,
        where isWanted: (Record) -> Bool,
        write: (Record) -> JSON
    ) throws(APIError) -> JSON where Record.ID == String {
        let limit = try pageLimit(call)
        if let cursor = call.parameters["ending_before"] {
            let newer = records[(try place(of: cursor, in: records, "ending_before") + 1)...].filter(isWanted)
            return list(newer.prefix(limit).reversed().map(write), hasMore: newer.count > limit, call)
        }
        var older = records[...]
        if let cursor = call.parameters["starting_after"] {
            older = older.prefix(try place(of: cursor, in: records, "starting_after"))
        }
        let found = older.filter(isWanted)
        return list(found.suffix(limit).reversed().map(write), hasMore: found.count > limit, call)
    }

    private func place<Record: Identifiable>(
        of cursor: String,
        in records: [Record],
        _ parameter: String
    ) throws(APIError) -> Int where Record.ID == String {
        guard let place = records.firstIndex(where: { $0.id == cursor }) else {
            throw .noSuch("object", cursor, parameter: parameter)
        }
        return place
    }

    /// How many objects a page of a list has, from 1 to 100.
    private func pageLimit(_ call: APICall) throws(APIError) -> Int {
        let limit = try call.parameters.integer("limit") ?? 10
        guard (1...100).contains(limit) else { throw .invalid("limit", "Invalid integer: must be from 1 to 100") }
        return Int(limit)
    }

    private func list(_ objects: [JSON], hasMore: Bool, _ call: APICall) -> JSON {
        ["object": "list", "data": .list(objects), "has_more": .bool(hasMore), "url": .text(call.address)]
    }
}

extension Parameters {
    /// How a list is held to what was made in a period.
    static let period = ["created[gt]", "created[gte]", "created[lt]", "created[lte]"]

    /// What was made from the first second on and before the second one.
    func createdBetween() throws(APIError) -> (from: Int64, before: Int64) {
        var from: Int64 = 0
        var before = Int64.max
        if let first = try integer("created[gte]") { from = max(from, first) }
        if let last = try integer("created[gt]"), last < .max { from = max(from, last + 1) }
        if let end = try integer("created[lt]") { before = min(before, end) }
        if let last = try integer("created[lte]"), last < .max { before = min(before, last + 1) }
        return (from, before)
    }

    /// Whether a value is the one asked for; true when none is.
    func accepts(_ value: String?, as key: String) -> Bool {
        self[key].map { $0 == value } ?? true
    }
}
