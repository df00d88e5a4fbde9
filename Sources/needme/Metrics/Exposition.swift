/// Prometheus's text format (https://prometheus.io/docs/instrumenting/exposition_formats/).
struct Exposition {
    private(set) var text = ""

    /// What a number means over time.
    enum Kind: String {
        /// It only grows.
        case counter
        /// It goes up and down.
        case gauge
    }

    /// Adds a metric with its values, each with the labels that tell it from the others; without any, it is left out.
    mutating func add(
        _ name: String,
        _ kind: Kind,
        _ help: String,
        _ values: [(labels: KeyValuePairs<String, String>, value: String)]
    ) {
        guard !values.isEmpty else { return }
        text += "# HELP \(name) \(help)\n# TYPE \(name) \(kind.rawValue)\n"
        for (labels, value) in values {
            let list = labels.map { "\($0)=\"\(Self.escaped($1))\"" }.joined(separator: ",")
            text += "\(name)\(list.isEmpty ? "" : "{\(list)}") \(value)\n"
        }
    }

    /// Adds a metric of one value.
    mutating func add(_ name: String, _ kind: Kind, _ help: String, _ value: some BinaryInteger) {
        add(name, kind, help, [([:], "\(value)")])
    }

    /// > label_value can be any sequence of UTF-8 characters, but the backslash, double-quote, and line feed characters
    /// > have to be escaped.
    private static func escaped(_ value: String) -> String {
        String(
            value.flatMap { character -> [Character] in
                switch character {
                case "\\", "\"": ["\\", character]
                case "\n": ["\\", "n"]
                default: [character]
                }
            }
        )
    }
}
