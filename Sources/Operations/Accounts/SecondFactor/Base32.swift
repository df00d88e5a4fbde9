/// Bytes as letters and digits that can be read aloud and typed (RFC 4648 §6), without padding.
enum Base32 {
    private static let alphabet = Array("ABCDEFGHIJKLMNOPQRSTUVWXYZ234567".utf8)

    /// The bytes, eight characters for each five.
    static func text(of bytes: [UInt8]) -> String {
        var text = ""
        var (pending, count) = (UInt32(0), 0)
        for byte in bytes {
            pending = pending << 8 | UInt32(byte)
            count += 8
            while count >= 5 {
                count -= 5
                text.unicodeScalars.append(Unicode.Scalar(alphabet[Int(pending >> UInt32(count) & 31)]))
            }
        }
        if count > 0 {
            text.unicodeScalars.append(Unicode.Scalar(alphabet[Int(pending << UInt32(5 - count) & 31)]))
        }
        return text
    }

    /// What a text stands for, whatever its case and the spaces in it; nil when it holds anything else.
    static func bytes(of text: String) -> [UInt8]? {
        var bytes: [UInt8] = []
        var (pending, count) = (UInt32(0), 0)
        for byte in text.uppercased().utf8 where byte != UInt8(ascii: " ") && byte != UInt8(ascii: "-") {
            guard let place = alphabet.firstIndex(of: byte) else { return nil }
            pending = pending << 5 | UInt32(place)
            count += 5
            guard count >= 8 else { continue }
            count -= 8
            bytes.append(UInt8(truncatingIfNeeded: pending >> UInt32(count)))
        }
        return bytes
    }
}
