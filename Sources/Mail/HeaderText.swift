/// A header field's free text, such as a subject.
enum UnstructuredText {
    /// The text as it stands if it is short and plain, in encoded words otherwise.
    ///
    /// - Parameters:
    ///   - text: any text; line ends and other control characters become spaces.
    ///   - column: how many characters stand before it.
    /// - Returns: the field's body, folded.
    static func fieldBody(_ text: String, after column: Int) -> String {
        let line = text.onOneLine
        let isPlain = line.isPrintableASCII && !line.contains("=?") && line.utf8.last != UInt8(ascii: " ")
        // > Each line of characters MUST be no more than 998 characters, and SHOULD be no more than 78 characters,
        // > excluding the CRLF (RFC 5322 §2.1.1).
        return isPlain && line.utf8.first != UInt8(ascii: " ") && column + line.utf8.count <= 78
            ? line : EncodedWords.fieldBody(line)
    }
}

/// The name beside an address (RFC 5322 §3.2.5).
enum Phrase {
    /// The name in quotation marks if it is short and plain, in encoded words otherwise.
    static func fieldBody(_ name: String) -> String {
        let line = name.onOneLine
        guard line.isPrintableASCII, !line.contains("=?"), line.utf8.count <= 60 else {
            return EncodedWords.fieldBody(line)
        }
        let quoted = line.map { $0 == "\"" || $0 == "\\" ? "\\\($0)" : String($0) }.joined()
        return "\"\(quoted)\""
    }
}

extension String {
    /// The text with a space in place of each control character, line separators included.
    fileprivate var onOneLine: String {
        var line = UnicodeScalarView()
        for scalar in unicodeScalars {
            let isSeparator = [.control, .lineSeparator, .paragraphSeparator].contains(
                scalar.properties.generalCategory
            )
            line.append(isSeparator ? " " : scalar)
        }
        return String(line)
    }

    fileprivate var isPrintableASCII: Bool { utf8.allSatisfy { (0x20...0x7E).contains($0) } }
}
