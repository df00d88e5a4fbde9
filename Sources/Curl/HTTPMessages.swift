/// One header field.
public struct HTTPHeader: Sendable, Equatable {
    /// The name.
    public let name: String
    /// The value.
    public let value: String
    /// A field.
    public init(name: String, value: String) { self.name = name; self.value = value }
}
/// A request.
public struct HTTPRequest: Sendable {
    /// Method.
    public var method: String
    /// URL.
    public var url: String
    /// Headers.
    public var headers: [HTTPHeader]
    /// Body.
    public var body: [UInt8]
    /// Timeout.
    public var timeoutMilliseconds: Int
    /// A request.
    public init(
        method: String = "GET",
        url: String,
        headers: [HTTPHeader] = [],
        body: [UInt8] = [],
        timeoutMilliseconds: Int = 10_000
    ) {
        self.method = method; self.url = url; self.headers = headers; self.body = body;
        self.timeoutMilliseconds = timeoutMilliseconds
    }
}
/// A response.
public struct HTTPResponse: Sendable {
    /// Status.
    public var status: Int
    /// Headers.
    public var headers: [HTTPHeader]
    /// Body.
    public var body: [UInt8]
    /// A response.
    public init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
        self.status = status; self.headers = headers; self.body = body
    }
    /// A value.
    public subscript(name: String) -> String? { headers.first { $0.name == name }?.value }
}
/// Failure.
public struct TransportError: Error, Sendable, Equatable {
    /// CURLcode.
    public let code: Int
    /// Message.
    public let message: String
    /// Arrived.
    public let mayHaveArrived: Bool
    /// Init.
    public init(code: Int, message: String, mayHaveArrived: Bool) {
        self.code = code; self.message = message; self.mayHaveArrived = mayHaveArrived
    }
}
/// Exchange.
public typealias HTTPExchange = (HTTPRequest) throws(TransportError) -> HTTPResponse
