/// Writes PNG files for tests (RFC 2083), without compression.
public enum PNG {
    /// A picture of so many pixels, each asked for its red, green, blue and opacity.
    public static func bytes(
        width: Int,
        height: Int,
        _ pixel: (_ x: Int, _ y: Int) -> [UInt8] = { x, y in [UInt8(x & 255), UInt8(y & 255), 128, 255] }
    ) -> [UInt8] {
        var rows: [UInt8] = []
        for y in 0..<height {
            rows.append(0)
            for x in 0..<width { rows += pixel(x, y) }
        }
        return signature + header(width: width, height: height) + chunk("IDAT", stored(rows)) + chunk("IEND", [])
    }

    /// Only the beginning: what a picture of this size says of itself before its pixels.
    public static func beginning(width: Int, height: Int) -> [UInt8] {
        signature + header(width: width, height: height)
    }

    private static let signature: [UInt8] = [0x89, 0x50, 0x4E, 0x47, 0x0D, 0x0A, 0x1A, 0x0A]

    private static func header(width: Int, height: Int) -> [UInt8] {
        chunk("IHDR", word(width) + word(height) + [8, 6, 0, 0, 0])
    }

    /// One chunk with its check.
    public static func chunk(_ name: String, _ content: [UInt8]) -> [UInt8] {
        word(content.count) + name.utf8 + content + word(Int(check(Array(name.utf8) + content)))
    }

    private static func word(_ value: Int) -> [UInt8] {
        [24, 16, 8, 0].map { UInt8(truncatingIfNeeded: value >> $0) }
    }

    /// In blocks that are not compressed (RFC 1950, RFC 1951 §3.2.4).
    private static func stored(_ bytes: [UInt8]) -> [UInt8] {
        var result: [UInt8] = [0x78, 0x01]
        var rest = bytes[...]
        repeat {
            let block = rest.prefix(65_535)
            rest = rest.dropFirst(block.count)
            let count = UInt16(block.count)
            result.append(rest.isEmpty ? 1 : 0)
            for value in [count, ~count] { result += [UInt8(value & 255), UInt8(value >> 8)] }
            result += block
        } while !rest.isEmpty
        var (a, b): (UInt32, UInt32) = (1, 0)
        for byte in bytes {
            a = (a + UInt32(byte)) % 65_521
            b = (b + a) % 65_521
        }
        return result + word(Int(b << 16 | a))
    }

    private static let table: [UInt32] = (0..<256).map { number in
        (0..<8).reduce(UInt32(number)) { value, _ in value & 1 == 1 ? 0xEDB8_8320 ^ (value >> 1) : value >> 1 }
    }

    private static func check(_ bytes: [UInt8]) -> UInt32 {
        ~bytes.reduce(~0) { value, byte in table[Int((value ^ UInt32(byte)) & 255)] ^ (value >> 8) }
    }
}
