import Testing
import Web

@Suite struct `Header fields` {
    @Test func `RFC 9110 §5.1: names are compared without case, in order`() {
        var headers = Headers()
        headers.add("Cookie", "a=1")
        headers.add("HOST", "needme.fr")
        headers.add("cookie", "b=2")
        #expect(headers["COOKIE"] == "a=1")
        #expect(headers.values("Cookie") == ["a=1", "b=2"])
        #expect(headers.fields.map(\.name) == ["cookie", "host", "cookie"])
        #expect(headers["origin"] == nil)
    }

    /// Two bytes that make one `Character` in Swift ("\r\n") among them.
    @Test(arguments: ["\r\n", "\r", "\n", "\n\r", "\u{0}", "\u{7F}", "\t", "\u{1B}", "\r\u{301}\n", "\n\u{FE0F}"])
    func `RFC 9110 §5.5: a value never ends its header`(control: String) throws {
        var headers = Headers()
        headers.add("location", "/f/abc\(control)set-cookie: session=stolen")
        let value = try #require(headers["location"])
        #expect(headers.fields.count == 1)
        #expect(value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F })
        #expect(value.utf8.starts(with: "/f/abc ".utf8))
        #expect(value.hasSuffix("set-cookie: session=stolen"))
    }

    @Test func `letters of every language are kept`() {
        var headers = Headers()
        headers.add("x-name", "Zoë – 東京")
        #expect(headers["x-name"] == "Zoë – 東京")
    }
}

@Suite struct `A cookie` {
    private func request(_ headers: String...) -> Request {
        var request = Request(.get, "/")
        for header in headers { request.headers.add("cookie", header) }
        return request
    }

    @Test(arguments: [
        ["__Host-session=abc"], ["a=1; __Host-session=abc; b=2"], ["a=1;__Host-session=abc"],
        ["a=1", "__Host-session=abc"],
        ["session=other; __Host-session=abc"], ["__Host-session2=no; __Host-session=abc"],
        ["x__Host-session=no; __Host-session=abc"], ["__Host-session=abc; __Host-session=later"],
    ])
    func `is found among others by its whole name`(headers: [String]) {
        var request = Request(.get, "/")
        for header in headers { request.headers.add("cookie", header) }
        #expect(request.cookie("session") == "abc")
    }

    @Test(arguments: [
        "", "session=abc", "__Host-sessio=abc", "__host-session=abc", "__Host-session", "a=__Host-session=abc", ";;;",
    ])
    func `is not found where it is not`(header: String) {
        #expect(request(header).cookie("session") == nil)
        #expect(Request(.get, "/").cookie("session") == nil)
    }

    @Test func `its value may hold an equals sign or nothing`() {
        #expect(request("__Host-session=a=b").cookie("session") == "a=b")
        #expect(request("__Host-session=").cookie("session") == "")
    }

    @Test func `RFC 6265bis: is for our host only, over TLS, out of reach of scripts and of other sites' forms`() {
        let attributes = Cookie("session", value: "abc").header.split(separator: "; ").map(String.init)
        #expect(attributes == ["__Host-session=abc", "Path=/", "Secure", "HttpOnly", "SameSite=Lax"])
    }

    @Test(arguments: [0, 3_600]) func `lives as long as it is told`(age: Int) {
        let response = Response.redirect(to: "/").setting(Cookie("session", value: "", maximumAge: age))
        #expect(response.headers["set-cookie"]?.hasSuffix("; Max-Age=\(age)") == true)
    }
}
