/// Swift text without its comments and without what stands in its literals, interpolations kept.
struct Code: Sendable {
    /// The code; each comment has become a space, each literal text nothing.
    let text: String

    init(_ source: String) {
        var reader = Reader(Array(source.utf8))
        reader.readCode(until: nil)
        text = String(decoding: reader.code, as: UTF8.self)
    }

    /// Names, key words and numbers, in order.
    var words: [Substring] {
        text.split { !($0.isLetter || $0.isNumber || $0 == "_") }
    }

    /// True when an exclamation mark follows a value, as in a forced try, cast or unwrapping.
    ///
    /// The formatter puts spaces around `!=` and none after a prefix `!`, so that nothing else looks like it.
    var hasBang: Bool {
        let bytes = Array(text.utf8)
        return bytes.indices.dropFirst().contains { place in
            guard bytes[place] == UInt8(ascii: "!") else { return false }
            let before = Unicode.Scalar(bytes[place - 1])
            let after = place + 1 < bytes.count ? bytes[place + 1] : 0
            return (before.properties.isAlphabetic || "0123456789_)]}`\"?!>".unicodeScalars.contains(before))
                && after != UInt8(ascii: "=")
        }
    }
}

private struct Reader {
    let bytes: [UInt8]
    var code: [UInt8] = []
    private var place = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// Reads code up to the parenthesis that closes an interpolation, or to the end.
    mutating func readCode(until closing: UInt8?) {
        var depth = 0
        while place < bytes.count {
            if stands("//") {
                while place < bytes.count, bytes[place] != UInt8(ascii: "\n") { place += 1 }
                code.append(UInt8(ascii: " "))
                continue
            }
            if stands("/*") {
                while place < bytes.count, !stands("*/") { place += 1 }
                place += 2
                code.append(UInt8(ascii: " "))
                continue
            }
            if let hashes = literalBegins() {
                readLiteral(hashes)
                continue
            }
            let byte = bytes[place]
            if byte == UInt8(ascii: "(") { depth += 1 }
            if byte == UInt8(ascii: ")") {
                if depth == 0, closing != nil { return }
                depth -= 1
            }
            code.append(byte)
            place += 1
        }
    }

    /// How many "#" stand before a quote here; nil when no literal begins.
    private func literalBegins() -> Int? {
        var next = place
        while next < bytes.count, bytes[next] == UInt8(ascii: "#") { next += 1 }
        return next < bytes.count && bytes[next] == UInt8(ascii: "\"") ? next - place : nil
    }

    private mutating func readLiteral(_ hashes: Int) {
        place += hashes
        let quote = stands("\"\"\"") ? "\"\"\"" : "\""
        let marks = String(repeating: "#", count: hashes)
        code += "\"\"".utf8
        place += quote.utf8.count
        while place < bytes.count {
            if stands(quote + marks) {
                place += quote.utf8.count + hashes
                return
            }
            if stands("\\" + marks + "(") {
                place += hashes + 2
                code.append(UInt8(ascii: "("))
                readCode(until: UInt8(ascii: ")"))
                place += 1
                code.append(UInt8(ascii: ")"))
            } else {
                place += stands("\\" + marks) ? hashes + 2 : 1
            }
        }
    }

    private func stands(_ text: String) -> Bool {
        bytes[min(place, bytes.count)...].starts(with: text.utf8)
    }
}
