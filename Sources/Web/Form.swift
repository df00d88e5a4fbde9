/// Names and values of an HTML form or a query string, in the order they were sent.
public struct Form: Sendable, Equatable {
    /// One name with its value.
    public struct Field: Sendable, Equatable {
        /// The field's name.
        public let name: String
        /// The field's value, as typed.
        public let value: String

        /// A field.
        public init(_ name: String, _ value: String) {
            self.name = name
            self.value = value
        }
    }

    /// More fields than any page of ours sends; the rest of a longer form is not read.
    public static let maximumFieldCount = 4_000

    /// All fields, in order.
    public private(set) var fields: [Field] = []

    /// A form with these fields.
    public init(_ fields: [Field] = []) {
        self.fields = fields
    }

    /// Reads `a=1&b=2` (`application/x-www-form-urlencoded`); a field that does not decode to UTF-8 is left out.
    public init(encoded: some Sequence<UInt8>) {
        for pair in Array(encoded).split(separator: UInt8(ascii: "&")).prefix(Self.maximumFieldCount) {
            let parts = pair.split(separator: UInt8(ascii: "="), maxSplits: 1, omittingEmptySubsequences: false)
            guard let name = PercentEncoding.decode(parts[0], plusIsSpace: true),
                let value = PercentEncoding.decode(parts.count > 1 ? parts[1] : [], plusIsSpace: true)
            else { continue }
            fields.append(Field(name, value))
        }
    }

    /// The form as it goes over the wire.
    public var encoded: String {
        fields
            .map { PercentEncoding.encode($0.name) + "=" + PercentEncoding.encode($0.value) }
            .joined(separator: "&")
    }

    /// The first value under this name.
    public subscript(name: String) -> String? {
        fields.first { $0.name == name }?.value
    }

    /// Every value under this name, in order: the cells of one column of a repeated row.
    public func all(_ name: String) -> [String] {
        fields.filter { $0.name == name }.map(\.value)
    }
}
