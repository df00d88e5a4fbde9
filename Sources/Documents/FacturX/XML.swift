/// An element of an XML file, with its text or the elements in it.
///
/// It is well-formed whatever its texts hold: they are escaped, and characters that XML 1.0 knows no way to write are left
/// out. An element in which nothing stands is not written, for an electronic invoice has none (PEPPOL-EN16931-R008).
struct XML {
    private enum Content {
        case text(String)
        case elements([XML])
    }

    private let name: String
    private let attributes: [(name: String, value: String)]
    private let content: Content

    /// An element around a text; nothing when there is no text, or a dash where the schema wants the element.
    init(_ name: String, _ text: String?, _ attributes: [(String, String)] = [], isCompulsory: Bool = false) {
        let escaped = Self.escaped(text ?? "")
        self.name = name
        self.attributes = attributes.map { (name: $0.0, value: $0.1) }
        content = .text(isCompulsory && escaped.allSatisfy(\.isWhitespace) ? "–" : escaped)
    }

    /// An element around others; nothing when nothing stands in them.
    init(_ name: String, _ attributes: [(String, String)] = [], @XMLBuilder _ elements: () -> [XML]) {
        self.name = name
        self.attributes = attributes.map { (name: $0.0, value: $0.1) }
        content = .elements(elements())
    }

    /// The whole file, one element to a line.
    var file: String {
        var file = "<?xml version=\"1.0\" encoding=\"UTF-8\"?>\n"
        write(into: &file, depth: 0)
        return file
    }

    private var isEmpty: Bool {
        switch content {
        case .text(let text): text.allSatisfy(\.isWhitespace)
        case .elements(let elements): elements.allSatisfy(\.isEmpty)
        }
    }

    private func write(into file: inout String, depth: Int) {
        guard !isEmpty else { return }
        let indent = String(repeating: "  ", count: depth)
        file += indent + "<" + name
        for attribute in attributes { file += " " + attribute.name + "=\"" + Self.escaped(attribute.value) + "\"" }
        file += ">"
        switch content {
        case .text(let text): file += text
        case .elements(let elements):
            file += "\n"
            for element in elements { element.write(into: &file, depth: depth + 1) }
            file += indent
        }
        file += "</" + name + ">\n"
    }

    private static func escaped(_ text: String) -> String {
        var escaped = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": escaped += "&amp;".unicodeScalars
            case "<": escaped += "&lt;".unicodeScalars
            case ">": escaped += "&gt;".unicodeScalars
            case "\"": escaped += "&quot;".unicodeScalars
            // A parser would turn it into a line feed (XML 1.0 §2.11).
            case "\r": escaped += "&#13;".unicodeScalars
            case _ where isAllowed(scalar): escaped.append(scalar)
            default: continue
            }
        }
        return String(escaped)
    }

    /// True for a `Char` of XML 1.0 §2.2.
    private static func isAllowed(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar.value {
        case 0x9, 0xA, 0xD, 0x20...0xD7FF, 0xE000...0xFFFD, 0x1_0000...0x10_FFFF: true
        default: false
        }
    }
}
