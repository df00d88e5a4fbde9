/// A statement whose every interpolated value is bound, never written into the text.
///
/// Literal text is SQL; an interpolated value becomes `?` and a binding; an interpolated `SQL` is inserted with its own
/// bindings:
///
///     let open: SQL = "state = \("issued")"
///     let query: SQL = "SELECT id FROM invoice WHERE company = \(company) AND \(open)"
public struct SQL: ExpressibleByStringInterpolation, Sendable {
    /// The statement, with `?` where a value goes.
    public private(set) var text: String
    /// The values, in the order of the `?`.
    public private(set) var bindings: [SQLValue]

    /// Literal SQL.
    public init(stringLiteral text: String) {
        self.text = text
        bindings = []
    }

    /// SQL with values in it.
    public init(stringInterpolation: StringInterpolation) {
        text = stringInterpolation.text
        bindings = stringInterpolation.bindings
    }

    /// SQL that was not written in the source, such as a migration read from a file: never a user's text.
    public init(unescaped text: String) {
        self.text = text
        bindings = []
    }

    /// The name of a table or a column, as the schema has it.
    public init(name: String) {
        let isPlain = name.utf8.allSatisfy { byte in
            (UInt8(ascii: "a")...UInt8(ascii: "z")).contains(byte)
                || (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(byte)
                || byte == UInt8(ascii: "_")
        }
        precondition(isPlain && !name.isEmpty, "Our schema has plain names: \(name)")
        self.init(unescaped: "`" + name + "`")
    }

    /// Gathers literal SQL and bound values.
    public struct StringInterpolation: StringInterpolationProtocol {
        var text: String
        var bindings: [SQLValue]

        /// Room for the literals and one `?` a value.
        public init(literalCapacity: Int, interpolationCount: Int) {
            text = ""
            text.reserveCapacity(literalCapacity + interpolationCount)
            bindings = []
            bindings.reserveCapacity(interpolationCount)
        }

        /// SQL, as written in the source.
        public mutating func appendLiteral(_ literal: String) {
            text += literal
        }

        /// A value, bound.
        public mutating func appendInterpolation(_ value: some SQLConvertible) {
            text += "?"
            bindings.append(value.sqlValue)
        }

        /// A value, or NULL.
        public mutating func appendInterpolation(_ value: (some SQLConvertible)?) {
            text += "?"
            bindings.append(value.sqlValue)
        }

        /// A piece of SQL, with its values.
        public mutating func appendInterpolation(_ sql: SQL) {
            text += sql.text
            bindings += sql.bindings
        }

        /// A piece of SQL that cannot be bound, such as a name read from the schema: never a user's text.
        public mutating func appendInterpolation(unescaped text: String) {
            self.text += text
        }
    }
}

extension [SQL] {
    /// The pieces with others between them.
    public func joined(by separator: SQL) -> SQL {
        guard let first else { return "" }
        return dropFirst().reduce(first) { "\($0)\(separator)\($1)" }
    }
}
