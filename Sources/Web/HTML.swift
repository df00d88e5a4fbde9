/// Markup whose every interpolated text is escaped.
///
/// Literal text is markup; an interpolated `String` becomes text, in an element or inside a double-quoted attribute; an
/// interpolated `HTML` is inserted as it is:
///
///     let row: HTML = "<td title=\"\(client.name)\">\(client.name)</td>"
public struct HTML: ExpressibleByStringInterpolation, Sendable, Equatable {
    /// The markup, ready to be sent.
    public private(set) var markup: String

    /// Literal markup.
    public init(stringLiteral markup: String) {
        self.markup = markup
    }

    /// Markup with texts in it.
    public init(stringInterpolation: StringInterpolation) {
        markup = stringInterpolation.markup
    }

    /// Markup that is known to be safe, such as an SVG drawn by us.
    public init(unescaped markup: String) {
        self.markup = markup
    }

    /// Nothing.
    public static let empty: HTML = ""

    /// Puts pieces one after the other.
    public static func + (first: HTML, second: HTML) -> HTML {
        HTML(unescaped: first.markup + second.markup)
    }

    /// Gathers literal markup and escaped texts.
    public struct StringInterpolation: StringInterpolationProtocol {
        var markup: String

        /// Room for the literals and a guess for the texts.
        public init(literalCapacity: Int, interpolationCount: Int) {
            markup = ""
            markup.reserveCapacity(literalCapacity + interpolationCount * 24)
        }

        /// Markup, as written in the source.
        public mutating func appendLiteral(_ literal: String) {
            markup += literal
        }

        /// A text, escaped.
        public mutating func appendInterpolation(_ text: String) {
            HTML.escape(text, into: &markup)
        }

        /// A number.
        public mutating func appendInterpolation(_ number: some BinaryInteger) {
            markup += String(number)
        }

        /// A piece of markup.
        public mutating func appendInterpolation(_ html: HTML) {
            markup += html.markup
        }

        /// A piece of markup, or nothing.
        public mutating func appendInterpolation(_ html: HTML?) {
            if let html { markup += html.markup }
        }

        /// Pieces of markup, one after the other.
        public mutating func appendInterpolation(_ pieces: [HTML]) {
            for piece in pieces { markup += piece.markup }
        }

        /// A piece of markup under a condition: `\(if: isPaid, stamp)`.
        public mutating func appendInterpolation(if condition: Bool, _ html: @autoclosure () -> HTML) {
            if condition { markup += html().markup }
        }
    }

    private static func escape(_ text: String, into markup: inout String) {
        guard text.utf8.contains(where: isSpecial) else {
            markup += text
            return
        }
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": markup += "&amp;"
            case "<": markup += "&lt;"
            case ">": markup += "&gt;"
            case "\"": markup += "&quot;"
            case "'": markup += "&#39;"
            default: markup.unicodeScalars.append(scalar)
            }
        }
    }

    private static func isSpecial(_ byte: UInt8) -> Bool {
        switch byte {
        case UInt8(ascii: "&"), UInt8(ascii: "<"), UInt8(ascii: ">"), UInt8(ascii: "\""), UInt8(ascii: "'"): true
        default: false
        }
    }
}
