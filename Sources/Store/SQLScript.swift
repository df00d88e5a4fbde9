/// A file of SQL statements, each ended by a semicolon at the end of a line that no `THEN … END IF;` continues.
enum SQLScript {
    /// The statements, without comment lines and without their last semicolon.
    static func statements(of text: String) -> [String] {
        var statements: [String] = []
        var lines: [Substring] = []
        for line in text.split(separator: "\n") where !line.hasPrefix("--") {
            lines.append(line)
            guard line.last == ";", isWhole(lines) else { continue }
            statements.append(lines.joined(separator: "\n").droppingLastSemicolon)
            lines = []
        }
        let rest = lines.joined(separator: "\n")
        return rest.allSatisfy(\.isWhitespace) ? statements : statements + [rest]
    }

    /// A trigger whose body has an IF goes on until its END IF.
    private static func isWhole(_ lines: [Substring]) -> Bool {
        guard lines.first?.hasPrefix("CREATE TRIGGER") == true, lines.contains(where: { $0.contains(" IF ") })
        else { return true }
        return lines.last?.hasSuffix("END IF;") == true
    }
}

extension String {
    fileprivate var droppingLastSemicolon: String {
        hasSuffix(";") ? String(dropLast()) : self
    }
}
