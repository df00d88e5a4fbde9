/// A header's value with what follows its semicolons: `form-data; name="logo"; filename="a.png"`.
struct HeaderParameters {
    /// What stands before the first semicolon, in lower case.
    let value: String
    /// The parameters, by name in lower case.
    let parameters: [String: String]

    /// Reads a value; nil when it does not hold together or says one thing twice.
    ///
    /// What stands between quotes is taken as it is, as browsers write it (WHATWG HTML, "multipart form data"): a backslash is
    /// a backslash.
    init?(_ text: String) {
        var rest = text.utf8[...]
        value = Self.trimmed(rest.prefix { $0 != UInt8(ascii: ";") }).lowercased()
        rest = rest.dropFirst(rest.prefix { $0 != UInt8(ascii: ";") }.count)
        var parameters: [String: String] = [:]
        while !rest.isEmpty {
            guard let (name, value) = Self.takeParameter(&rest), parameters.updateValue(value, forKey: name) == nil
            else { return nil }
        }
        self.parameters = parameters
    }

    /// Takes `; name=value` from the front.
    private static func takeParameter(_ rest: inout Substring.UTF8View) -> (name: String, value: String)? {
        guard rest.popFirst() == UInt8(ascii: ";") else { return nil }
        let name = rest.prefix { $0 != UInt8(ascii: "=") && $0 != UInt8(ascii: ";") }
        rest = rest[name.endIndex...]
        guard rest.popFirst() == UInt8(ascii: "="), !trimmed(name).isEmpty else { return nil }
        guard rest.first == UInt8(ascii: "\"") else {
            let token = rest.prefix { $0 != UInt8(ascii: ";") }
            rest = rest[token.endIndex...]
            return (trimmed(name).lowercased(), trimmed(token))
        }
        rest = rest.dropFirst()
        let quoted = rest.prefix { $0 != UInt8(ascii: "\"") }
        rest = rest[quoted.endIndex...]
        guard rest.popFirst() == UInt8(ascii: "\"") else { return nil }
        rest = rest.drop(while: isSpace)
        return (trimmed(name).lowercased(), String(quoted) ?? "")
    }

    private static func trimmed(_ text: Substring.UTF8View) -> String {
        var text = text.drop(while: isSpace)
        while let last = text.last, isSpace(last) { text = text.dropLast() }
        return String(text) ?? ""
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == UInt8(ascii: " ") || byte == UInt8(ascii: "\t") }
}
