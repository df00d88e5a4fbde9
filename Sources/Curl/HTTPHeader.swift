/// One header field of a request or of its answer.
public struct HTTPHeader: Sendable, Equatable {
    /// The field's name; in lower case when it was received.
    public let name: String
    /// The field's value, on one line.
    public let value: String

    /// A field; a name or value that holds a control character is refused when it is sent.
    public init(_ name: String, _ value: String) {
        self.name = name
        self.value = value
    }
}
