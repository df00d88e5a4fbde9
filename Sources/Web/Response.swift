/// The answer to a request.
public struct Response {
    /// The status code (RFC 9110 §15).
    public var status: Int
    /// The header fields, without Content-Length, which the front door adds.
    public var headers: Headers
    /// The body's bytes; its first ones when more follows.
    public var body: [UInt8]
    /// What follows, a piece at a time and nil at the end, for a body that would not fit into memory.
    ///
    /// It is asked while the answer is sent. When it fails, the answer is broken off, so that nobody takes it for whole.
    public var rest: (() throws -> [UInt8]?)?

    /// An answer of bytes of a given media type.
    public init(status: Int = 200, type: String, body: [UInt8]) {
        self.status = status
        self.body = body
        headers = Headers()
        headers.add("content-type", type)
    }

    /// A file to keep, never kept by caches, a piece at a time.
    ///
    /// - Parameters:
    ///   - type: its media type.
    ///   - name: its name, in plain ASCII.
    ///   - rest: its pieces, nil at the end.
    /// - Returns: the answer.
    public static func file(type: String, named name: String, rest: @escaping () throws -> [UInt8]?) -> Response {
        let isPlain = name.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F && $0 != UInt8(ascii: "\"") }
        precondition(isPlain, "A file is named by us.")
        var response = Response(type: type, body: [])
        response.rest = rest
        return response.with("content-disposition", "attachment; filename=\"\(name)\"")
            .with("cache-control", "no-store")
    }

    /// A page; never kept by caches, since pages show somebody's money.
    public static func page(_ html: HTML, status: Int = 200) -> Response {
        var response = Response(status: status, type: "text/html; charset=utf-8", body: Array(html.markup.utf8))
        response.headers.add("cache-control", "no-store")
        return response
    }

    /// Plain text, for machines.
    public static func text(_ text: String, status: Int = 200) -> Response {
        Response(status: status, type: "text/plain; charset=utf-8", body: Array(text.utf8))
    }

    /// Sends the browser elsewhere with a GET (303), as after every write.
    public static func redirect(to address: String) -> Response {
        var response = text("", status: 303)
        response.headers.add("location", address)
        response.headers.add("cache-control", "no-store")
        return response
    }

    /// The same answer that also sets a cookie.
    public func setting(_ cookie: Cookie) -> Response {
        with("set-cookie", cookie.header)
    }

    /// The same answer with one more header field.
    public func with(_ name: String, _ value: String) -> Response {
        var response = self
        response.headers.add(name, value)
        return response
    }
}
