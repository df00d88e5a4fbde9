import Testing
import Web

@Suite struct `A request` {
    @Test(
        arguments: [
            ("/", []), ("", []), ("/f/abc", ["f", "abc"]), ("/f/abc/", ["f", "abc"]), ("//f//abc", ["f", "abc"]),
            ("/a%20b", ["a b"]), ("/a+b", ["a+b"]), ("/%C3%A9", ["é"]), ("/a%2Fb", ["a/b"]), ("/..", [".."]),
            ("/%", ["%"]),
        ] as [(String, [String])]
    )
    func `its path is cut first and decoded after`(path: String, components: [String]) {
        #expect(Request(.get, path).pathComponents == components)
    }

    @Test(arguments: ["/%FF", "/f/%C3%28", "/%E2%82"]) func `a path that is not UTF-8 has no parts`(path: String) {
        #expect(Request(.get, path).pathComponents == nil)
    }

    @Test(
        arguments: [
            ("GET", .get), ("HEAD", .head), ("POST", .post), ("get", .other("get")), ("PUT", .other("PUT")),
            ("", .other("")),
        ] as [(String, Method)]
    )
    func `RFC 9110 §9.1: its method is case-sensitive`(token: String, method: Method) {
        #expect(Method(token) == method)
    }

    @Test(
        arguments: [
            ("application/x-www-form-urlencoded", 1), ("application/x-www-form-urlencoded; charset=UTF-8", 1),
            ("Application/X-WWW-Form-Urlencoded", 1), ("text/plain", 0), ("multipart/form-data; boundary=x", 0),
            ("application/json", 0), (nil, 0),
        ] as [(String?, Int)]
    )
    func `its body is a form when it says so`(type: String?, count: Int) {
        var request = Request(.post, "/", body: Array("a=1".utf8))
        if let type { request.headers.add("content-type", type) }
        #expect(request.form.fields.count == count)
    }
}

@Suite struct `A form of ours` {
    private let origin = "https://needme.fr"

    private func isOwn(_ sent: String?) -> Bool {
        var request = Request(.post, "/")
        if let sent { request.headers.add("origin", sent) }
        return CrossSite.isOwnOrigin(request, publicOrigin: origin)
    }

    @Test func `comes from a page of ours`() {
        #expect(isOwn("https://needme.fr"))
    }

    @Test(arguments: [
        nil, "", "null", "http://needme.fr", "https://needme.fr.evil.example", "https://evil.example",
        "https://needme.fr:8443", "https://needme.fr/", "https://www.needme.fr",
    ])
    func `comes from nowhere else`(sent: String?) {
        #expect(!isOwn(sent))
    }

    @Test(arguments: [
        ("", "", true), ("abc", "abc", true), ("abc", "abd", false), ("abc", "ab", false), ("", "a", false),
        ("é", "e\u{301}", false),
    ])
    func `tokens are equal byte for byte`(first: String, second: String, areEqual: Bool) {
        #expect(CrossSite.constantTimeEqual(first, second) == areEqual)
    }
}

@Suite struct `An answer` {
    @Test func `a page is HTML that no cache keeps`() {
        let response = Response.page("<p>é</p>", status: 422)
        #expect(response.status == 422)
        #expect(response.headers["content-type"] == "text/html; charset=utf-8")
        #expect(response.headers["cache-control"] == "no-store")
        #expect(String(decoding: response.body, as: UTF8.self) == "<p>é</p>")
    }

    @Test func `after a write the browser is sent elsewhere with a GET`() {
        let response = Response.redirect(to: "/factures")
        #expect(response.status == 303)
        #expect(response.headers["location"] == "/factures")
        #expect(response.headers["cache-control"] == "no-store")
        #expect(response.body.isEmpty)
    }

    @Test func `text is for machines`() {
        let response = Response.text("ok")
        #expect(response.status == 200)
        #expect(response.headers["content-type"] == "text/plain; charset=utf-8")
        #expect(response.body == Array("ok".utf8))
    }

    @Test func `takes more headers and several cookies`() {
        let response = Response.text("")
            .with("retry-after", "5")
            .setting(Cookie("a", value: "1"))
            .setting(Cookie("b", value: "2"))
        #expect(response.headers["retry-after"] == "5")
        #expect(response.headers.values("set-cookie").count == 2)
    }
}

@Suite struct `An error page` {
    private static let assets = Assets(stylesheet: "/static/a.css", script: "/static/a.js")

    @Test(arguments: [(ErrorPage.notFound, 404), (.refusedForm, 403), (.unavailable, 503), (.broken(id: "r1"), 500)])
    func `answers with its status and says what can be done`(page: ErrorPage, status: Int) {
        let response = page.response(Self.assets)
        let body = String(decoding: response.body, as: UTF8.self)
        #expect(response.status == status)
        #expect(body.contains("<h1>\(page.title)</h1>"))
        #expect(body.contains("<p>\(page.advice)</p>"))
        #expect(body.contains("<html lang=\"fr\">"))
    }

    @Test func `a broken page names the reference to give, escaped`() {
        let response = ErrorPage.broken(id: "<r1>").response(Self.assets)
        #expect(String(decoding: response.body, as: UTF8.self).contains("référence &lt;r1&gt;"))
    }

    @Test func `only an outage asks to come back`() {
        #expect(ErrorPage.unavailable.response(Self.assets).headers["retry-after"] == "5")
        #expect(ErrorPage.notFound.response(Self.assets).headers["retry-after"] == nil)
    }
}
