/// A JSON value with its fields in the order in which they are written.
enum JSON {
    case null
    case bool(Bool)
    case integer(Int64)
    case text(String)
    case list([JSON])
    case object([Field])
    /// JSON that is written already.
    case written(String)

    struct Field {
        let name: String
        let value: JSON
    }

    static func optional(_ text: String?) -> JSON { text.map(JSON.text) ?? .null }
    static func optional(_ number: Int64?) -> JSON { number.map(JSON.integer) ?? .null }
    static func texts(_ texts: [String]) -> JSON { .list(texts.map(JSON.text)) }
    static func texts(_ texts: [String: String]) -> JSON {
        .object(texts.sorted { $0.key < $1.key }.map { Field(name: $0.key, value: .text($0.value)) })
    }

    /// The value as it goes over the wire.
    var text: String {
        switch self {
        case .null: "null"
        case .bool(let flag): flag ? "true" : "false"
        case .integer(let number): String(number)
        case .text(let text): Self.quoted(text)
        case .list(let values): "[" + values.map(\.text).joined(separator: ",") + "]"
        case .object(let fields):
            "{" + fields.map { Self.quoted($0.name) + ":" + $0.value.text }.joined(separator: ",") + "}"
        case .written(let text): text
        }
    }

    private static func quoted(_ text: String) -> String {
        var quoted = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": quoted += "\\\""
            case "\\": quoted += "\\\\"
            case _ where scalar.value < 0x20:
                quoted += "\\u00" + (scalar.value < 0x10 ? "0" : "") + String(scalar.value, radix: 16)
            default: quoted.unicodeScalars.append(scalar)
            }
        }
        return quoted + "\""
    }
}

extension JSON: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int64) { self = .integer(number) }
    init(booleanLiteral flag: Bool) { self = .bool(flag) }
}

extension JSON: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral, ExpressibleByNilLiteral {
    init(arrayLiteral values: JSON...) { self = .list(values) }
    init(dictionaryLiteral fields: (String, JSON)...) { self = .object(fields.map { Field(name: $0, value: $1) }) }
    init(nilLiteral: ()) { self = .null }
}
