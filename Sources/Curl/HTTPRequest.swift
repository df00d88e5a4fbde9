/// What we ask of another machine: one request, whole, as a value.
public struct HTTPRequest: Sendable, Equatable {
    /// "GET", "POST" or "DELETE".
    public var method: String
    /// The absolute address, query included, percent-encoded.
    public var url: String
    /// The header fields, in order.
    public var headers: [HTTPHeader]
    /// The body's bytes.
    public var body: [UInt8]
    /// How long the whole exchange may take, connection included.
    public var timeoutMilliseconds: Int

    /// A request.
    public init(
        method: String = "GET",
        url: String,
        headers: [HTTPHeader] = [],
        body: [UInt8] = [],
        timeoutMilliseconds: Int = 10_000
    ) {
        precondition(["GET", "POST", "DELETE"].contains(method), "We only ask with GET, POST and DELETE")
        self.method = method
        self.url = url
        self.headers = headers
        self.body = body
        self.timeoutMilliseconds = timeoutMilliseconds
    }
}

/// One exchange with the outside world; `HTTPClient.exchange` in production, a fake server's function in tests.
public typealias HTTPExchange = (HTTPRequest) throws(TransportError) -> HTTPResponse
