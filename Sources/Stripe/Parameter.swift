/// A value of a request, nested as deep as Stripe nests it, in the order in which it is written.
///
///     ["line_items": [["quantity": 1]]]   becomes   line_items[0][quantity]=1
enum Parameter {
    case text(String)
    case list([Parameter])
    case fields([Field])
    /// Not sent at all.
    case absent

    /// A value under its name.
    struct Field {
        let name: String
        let value: Parameter
    }

    /// A text, or nothing.
    static func optional(_ text: String?) -> Parameter {
        text.map(Parameter.text) ?? .absent
    }

    /// A whole number.
    static func integer(_ number: Int64) -> Parameter {
        .text(String(number))
    }

    /// Free keys, in a fixed order: the same request has the same bytes, as its idempotency key demands.
    static func metadata(_ values: [String: String]) -> Parameter {
        .fields(values.sorted { $0.key < $1.key }.map { Field(name: $0.key, value: .text($0.value)) })
    }

    /// The value as a body of type `application/x-www-form-urlencoded`.
    var formEncoded: String {
        pairs(under: "").joined(separator: "&")
    }

    private func pairs(under key: String) -> [String] {
        switch self {
        case .absent: []
        case .text(let text): [key + "=" + percentEncoded(text)]
        case .list(let values): values.enumerated().flatMap { $1.pairs(under: key + "[\($0)]") }
        case .fields(let fields):
            fields.flatMap { field in
                let name = percentEncoded(field.name)
                return field.value.pairs(under: key.isEmpty ? name : key + "[\(name)]")
            }
        }
    }
}

extension Parameter: ExpressibleByStringLiteral, ExpressibleByIntegerLiteral, ExpressibleByBooleanLiteral {
    init(stringLiteral text: String) { self = .text(text) }
    init(integerLiteral number: Int64) { self = .integer(number) }
    init(booleanLiteral flag: Bool) { self = .text(flag ? "true" : "false") }
}

extension Parameter: ExpressibleByArrayLiteral, ExpressibleByDictionaryLiteral {
    init(arrayLiteral values: Parameter...) { self = .list(values) }
    init(dictionaryLiteral fields: (String, Parameter)...) { self = .fields(fields.map { Field(name: $0, value: $1) }) }
}

/// Every byte but the unreserved ones of RFC 3986 §2.3 as "%XX": safe in a form and in a path.
func percentEncoded(_ text: String) -> String {
    var encoded = ""
    for byte in text.utf8 {
        switch byte {
        case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
            UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "-"), UInt8(ascii: "."),
            UInt8(ascii: "_"), UInt8(ascii: "~"):
            encoded.unicodeScalars.append(Unicode.Scalar(byte))
        default:
            encoded += byte < 16 ? "%0" : "%"
            encoded += String(byte, radix: 16, uppercase: true)
        }
    }
    return encoded
}
