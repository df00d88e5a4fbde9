import Testing
import Web

@Suite struct `The second request of a page` {
    private static let origin = "https://needme.test"
    private static let telephone = "Mozilla/5.0 (iPhone; CPU iPhone OS 18_0 like Mac OS X) Version/18.0 Safari/604.1"

    private func visitor(_ method: Method, _ fields: [String: String]) -> Visitor {
        var headers = Headers()
        for (name, value) in fields { headers.add(name, value) }
        return Visitor(secondRequest: Request(method, "/f/x/vue", headers: headers), publicOrigin: Self.origin)
    }

    @Test func `is a person's when the page's own browser sends it`() {
        #expect(visitor(.post, ["origin": Self.origin, "user-agent": Self.telephone]) == .person)
        let style = [
            "sec-fetch-dest": "style", "sec-fetch-site": "same-origin", "sec-fetch-mode": "no-cors",
            "user-agent": Self.telephone,
        ]
        #expect(visitor(.get, style) == .person)
        #expect(visitor(.head, style) == .program)
    }

    @Test(
        arguments: [
            (.post, [:]), (.post, ["origin": "https://elsewhere.test"]), (.post, ["origin": "null"]), (.get, [:]),
            (.get, ["sec-fetch-dest": "document", "sec-fetch-site": "same-origin"]),
            (.get, ["sec-fetch-dest": "style", "sec-fetch-site": "cross-site"]),
            (.post, ["origin": "https://needme.test", "sec-purpose": "prefetch;prerender"]),
        ] as [(Method, [String: String])]
    )
    func `is a program's otherwise`(method: Method, fields: [String: String]) {
        #expect(visitor(method, fields.merging(["user-agent": Self.telephone]) { $1 }) == .program)
    }
}
