/// What a file such as `grants.sql` gives, read without running it.
public struct GrantScript: Sendable, Equatable {
    /// The accounts that it makes.
    public private(set) var accounts: Set<String> = []
    /// The rights that it gives.
    public private(set) var rights: Set<Right> = []

    /// A statement that is neither of the two that it may hold.
    public struct Unreadable: Error, CustomStringConvertible {
        /// The statement's first line.
        public let description: String
    }

    /// Reads `CREATE USER … 'name'@'host' …` and `GRANT … ON table TO …`.
    public init(_ text: String) throws(Unreadable) {
        for statement in SQLScript.statements(of: text) {
            let words = statement.split { $0 == " " || $0 == "\n" }.joined(separator: " ")
            if let rest = Self.after("CREATE USER IF NOT EXISTS ", in: words) {
                accounts.insert(String(rest.prefix { $0 != " " }))
            } else if let given = Self.grant(words) {
                rights.formUnion(given)
            } else {
                throw Unreadable(description: String(words.prefix(80)))
            }
        }
    }

    private static func grant(_ words: String) -> [Right]? {
        guard let rest = after("GRANT ", in: words),
            let (privileges, target) = cut(rest, at: ") ON ", keeping: 1) ?? cut(rest, at: " ON "),
            let (table, accounts) = cut(target, at: " TO ")
        else { return nil }
        let parts = Self.privileges(privileges)
        return accounts.split(separator: ",").flatMap { account in
            parts.map { Right(trimmed(account), $0.privilege, String(table), $0.column) }
        }
    }

    /// "SELECT, UPDATE (a, b)": a comma between brackets parts columns, another parts privileges.
    private static func privileges(_ text: Substring) -> [(privilege: String, column: String?)] {
        var parts: [(privilege: String, column: String?)] = []
        var rest = text
        while !rest.isEmpty {
            let name = trimmed(rest.prefix { $0 != "," && $0 != "(" })
            rest = rest.drop { $0 != "," && $0 != "(" }
            if rest.first == "(" {
                let columns = rest.dropFirst().prefix { $0 != ")" }
                parts += columns.split(separator: ",").map { (name, trimmed($0)) }
                rest = rest.drop { $0 != ")" }.dropFirst()
            } else {
                parts.append((name, nil))
            }
            rest = rest.drop { $0 == "," || $0 == " " }
        }
        return parts
    }

    private static func after(_ start: String, in text: String) -> Substring? {
        text.hasPrefix(start) ? text.dropFirst(start.count) : nil
    }

    /// Both sides of the first place where these words stand; some of them may belong to the left one.
    private static func cut(_ text: Substring, at words: String, keeping kept: Int = 0) -> (Substring, Substring)? {
        var start = text.startIndex
        while start < text.endIndex {
            if text[start...].hasPrefix(words) {
                return (text[..<text.index(start, offsetBy: kept)], text[start...].dropFirst(words.count))
            }
            start = text.index(after: start)
        }
        return nil
    }

    private static func trimmed(_ text: Substring) -> String {
        String(text.split(separator: " ").joined(separator: " "))
    }
}
