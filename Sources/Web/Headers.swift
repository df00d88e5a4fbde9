/// Header fields in the order they were given; names are compared without case (RFC 9110 §5.1).
public struct Headers: Sendable, Equatable {
    /// One field; the name is kept in lower case.
    public struct Field: Sendable, Equatable {
        /// The field's name, in lower case.
        public let name: String
        /// The field's value, free of control characters.
        public let value: String
    }

    /// All fields, in order.
    public private(set) var fields: [Field] = []

    /// No header at all.
    public init() {}

    /// The first value under this name.
    public subscript(name: String) -> String? {
        let wanted = name.lowercased()
        return fields.first { $0.name == wanted }?.value
    }

    /// Every value under this name, in order.
    public func values(_ name: String) -> [String] {
        let wanted = name.lowercased()
        return fields.filter { $0.name == wanted }.map(\.value)
    }

    /// Adds a field beside those of the same name.
    ///
    /// Control characters in the value become spaces, so that a value typed by a user can never start a new header
    /// (RFC 9110 §5.5).
    public mutating func add(_ name: String, _ value: String) {
        let isClean = value.utf8.allSatisfy { $0 >= 0x20 && $0 != 0x7F }
        let safe = isClean ? value : String(value.map { $0.isControl ? " " : $0 })
        fields.append(Field(name: name.lowercased(), value: safe))
    }
}

extension Character {
    fileprivate var isControl: Bool {
        unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }
}
