import Web

/// The parameters of a call, under the keys as Stripe writes them: `line_items[0][price_data][currency]`.
struct Parameters {
    struct Field {
        let key: String
        let value: String
    }

    let fields: [Field]

    init(_ form: Form) {
        fields = form.fields.map { Field(key: $0.name, value: $0.value) }
    }

    /// The value under a key; nil when it is absent or empty, which is how Stripe unsets.
    subscript(key: String) -> String? {
        fields.first { $0.key == key && !$0.value.isEmpty }?.value
    }

    /// Whether anything is given under a key or inside of it.
    func contains(_ key: String) -> Bool {
        fields.contains { $0.key == key || $0.key.hasPrefix(key + "[") }
    }

    /// Refuses a parameter that is on no list; `#` stands for any index and `*` for any key.
    func allowOnly(_ patterns: [String]) throws(APIError) {
        let allowed = (patterns + ["expand[#]", "expand[]"]).map(Self.parts)
        for field in fields {
            let parts = Self.parts(field.key)
            if !allowed.contains(where: { Self.matches(parts, $0) }) { throw .unknown(field.key) }
        }
    }

    func require(_ key: String) throws(APIError) -> String {
        guard let value = self[key] else { throw .missing(key) }
        return value
    }

    /// A whole number; nil when absent.
    func integer(_ key: String) throws(APIError) -> Int64? {
        guard let text = self[key] else { return nil }
        guard let number = Int64(text) else {
            throw .invalid(key, "Invalid integer: \(text)", code: "parameter_invalid_integer")
        }
        return number
    }

    func require(integer key: String) throws(APIError) -> Int64 {
        guard let number = try integer(key) else { throw .missing(key) }
        return number
    }

    /// A web address; nil when absent.
    func address(_ key: String) throws(APIError) -> String? {
        guard let text = self[key] else { return nil }
        guard text.hasPrefix("https://") || text.hasPrefix("http://"), !text.contains(" ") else {
            throw .invalid(key, "Not a valid URL", code: "url_invalid")
        }
        return text
    }

    /// The values of a list, `key[0]`, `key[1]`…, or `key[]` several times.
    func list(_ key: String) -> [String] {
        fields.filter { field in
            let parts = Self.parts(field.key)
            return parts.count == Self.parts(key).count + 1 && field.key.hasPrefix(key + "[")
        }.map(\.value)
    }

    /// Free keys: at most 50, of 40 characters, with values of 500 (Stripe, "Metadata").
    func metadata(_ key: String) throws(APIError) -> [String: String] {
        var notes: [String: String] = [:]
        for field in fields where field.key.hasPrefix(key + "[") && field.key.hasSuffix("]") {
            let name = String(field.key.dropFirst(key.count + 1).dropLast())
            guard name.count <= 40, field.value.count <= 500 else {
                throw .invalid(field.key, "Metadata keys and values are at most 40 and 500 characters long.")
            }
            notes[name] = field.value
        }
        guard notes.count <= 50 else { throw .invalid(key, "There are at most 50 metadata keys.") }
        return notes
    }

    private static func parts(_ key: String) -> [Substring] {
        key.split(separator: "[", omittingEmptySubsequences: false).map { $0.hasSuffix("]") ? $0.dropLast() : $0 }
    }

    private static func matches(_ parts: [Substring], _ pattern: [Substring]) -> Bool {
        parts.count == pattern.count
            && zip(parts, pattern).allSatisfy { part, pattern in
                pattern == "*" || (pattern == "#" ? part.isEmpty || Int(part) != nil : part == pattern)
            }
    }
}
