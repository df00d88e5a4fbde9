/// A body in ASCII whose French stays nearly readable (RFC 2045 §6.7).
enum QuotedPrintable {
    /// > The Quoted-Printable encoding REQUIRES that encoded lines be no more than 76 characters long (§6.7, rule 5),
    /// > the "=" at the end of a line that goes on included.
    private static let lineLength = 76

    /// The text, each line ended by CR LF, the last one too.
    static func encode(_ text: String) -> String {
        var encoded: [UInt8] = []
        for line in lines(of: text) {
            append(line, to: &encoded)
            encoded += [0x0D, 0x0A]
        }
        return String(decoding: encoded, as: UTF8.self)
    }

    /// The lines between "\n", "\r\n" and "\r"; an end of the last one makes no line after it.
    private static func lines(of text: String) -> [[UInt8]] {
        var lines: [[UInt8]] = [[]]
        var isAfterReturn = false
        for byte in text.utf8 {
            switch byte {
            case 0x0A where isAfterReturn: break
            case 0x0A, 0x0D: lines.append([])
            default: lines[lines.count - 1].append(byte)
            }
            isAfterReturn = byte == 0x0D
        }
        if lines.last == [] { lines.removeLast() }
        return lines
    }

    private static func append(_ line: [UInt8], to encoded: inout [UInt8]) {
        var column = 0
        for (place, byte) in line.enumerated() {
            let isLast = place == line.count - 1
            let token = token(for: byte, isLast: isLast)
            if column + token.count > lineLength - (isLast ? 0 : 1) {
                encoded += [UInt8(ascii: "="), 0x0D, 0x0A]
                column = 0
            }
            encoded += token
            column += token.count
        }
    }

    /// > Octets with values of 9 and 32 MAY be represented as US-ASCII TAB (HT) and SPACE characters, respectively, but
    /// > MUST NOT be so represented at the end of an encoded line (rule 3).
    private static func token(for byte: UInt8, isLast: Bool) -> [UInt8] {
        let isPlain = (0x21...0x7E).contains(byte) && byte != UInt8(ascii: "=")
        let isInnerSpace = (byte == 0x20 || byte == 0x09) && !isLast
        return isPlain || isInnerSpace ? [byte] : [UInt8(ascii: "="), digits[Int(byte >> 4)], digits[Int(byte & 15)]]
    }

    private static let digits = Array("0123456789ABCDEF".utf8)
}
