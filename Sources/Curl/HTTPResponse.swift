/// What the other machine answered, whole, as a value.
public struct HTTPResponse: Sendable, Equatable {
    /// The status code.
    public var status: Int
    /// The header fields, in order, their names in lower case.
    public var headers: [HTTPHeader]
    /// The body's bytes.
    public var body: [UInt8]

    /// An answer.
    public init(status: Int, headers: [HTTPHeader] = [], body: [UInt8] = []) {
        self.status = status
        self.headers = headers
        self.body = body
    }

    /// The first value of the header field with this name, written in lower case.
    public subscript(name: String) -> String? {
        headers.first { $0.name == name }?.value
    }
}
