import Accounting

extension StripeClient {
    /// Reads a list to its end, a page of a hundred after the other (Stripe API reference, "Pagination").
    ///
    /// - Parameters:
    ///   - path: of the list.
    ///   - payment: only what is about this payment.
    ///   - moment: only what was made since.
    ///   - more: other parameters.
    ///   - account: the connected account.
    ///   - id: what the next page begins after.
    /// - Returns: the objects, newest first.
    /// - Throws: why Stripe did not answer.
    func list<Element: Decodable>(
        _ path: String,
        of payment: String? = nil,
        since moment: Instant? = nil,
        _ more: [Parameter.Field] = [],
        account: String,
        id: (Element) -> String
    ) throws(StripeError) -> [Element] {
        var found: [Element] = []
        while true {
            let query: [Parameter.Field] = [
                Parameter.Field(name: "limit", value: 100),
                Parameter.Field(name: "payment_intent", value: .optional(payment)),
                Parameter.Field(name: "created", value: moment.map { ["gte": .integer($0.seconds)] } ?? .absent),
                Parameter.Field(name: "starting_after", value: .optional(found.last.map(id))),
            ]
            let page: Page<Element> = try get(path, query: .fields(query + more), account: account)
            found += page.data
            guard page.hasMore, !page.data.isEmpty else { return found }
        }
    }
}

/// A page of a list.
private struct Page<Element: Decodable>: Decodable {
    let data: [Element]
    let hasMore: Bool

    enum CodingKeys: String, CodingKey {
        case data
        case hasMore = "has_more"
    }
}
