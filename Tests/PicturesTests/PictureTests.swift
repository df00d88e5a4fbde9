import Pictures
import TestSupport
import Testing

@Suite struct `A picture that somebody sends` {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// What Python's zlib and struct read of a PNG: its size, the names of its chunks, and some pixels as hexadecimal.
    private func description(_ png: [UInt8], at places: [(x: Int, y: Int)] = []) throws -> String {
        let script = """
            import struct, sys, zlib
            data = sys.stdin.buffer.read()
            place, names, packed = 8, [], b''
            while place < len(data):
                length, name = struct.unpack('>I4s', data[place:place + 8])
                body = data[place + 8:place + 8 + length]
                names.append(name.decode())
                if name == b'IHDR': width, height, depth, kind = struct.unpack('>IIBB', body[:10])
                if name == b'IDAT': packed += body
                place += length + 12
            step = {2: 3, 6: 4}[kind]
            raw, rows, above = zlib.decompress(packed), [], bytes(width * step)
            for y in range(height):
                start = y * (width * step + 1)
                filter, row = raw[start], bytearray(raw[start + 1:start + 1 + width * step])
                for i in range(len(row)):
                    a, b = row[i - step] if i >= step else 0, above[i]
                    c = above[i - step] if i >= step else 0
                    p = min((abs(b - c), 0, a), (abs(a - c), 1, b), (abs(a + b - 2 * c), 2, c))[2]
                    row[i] = (row[i] + [0, a, b, (a + b) // 2, p][filter]) & 255
                rows.append(row)
                above = row
            pixels = [rows[y][x * step:x * step + step].hex() for x, y in \(places.map { [$0.x, $0.y] })]
            print(width, height, '+'.join(dict.fromkeys(names)), *pixels)
            """
        let output = try Command(["python3", "-c", script], input: png, in: scratch).result()
        return String(decoding: output, as: UTF8.self).split(separator: "\n").joined()
    }

    @Test func `comes back as pixels and nothing else`() throws {
        let sent = PNG.bytes(width: 40, height: 20) { x, y in [UInt8(x), UInt8(y), 200, x < 20 ? 255 : 100] }
        let noted = sent.dropLast(12) + PNG.chunk("tEXt", Array("Comment\0secret".utf8)) + sent.suffix(12)
        let picture = try Picture(untrusted: Array(noted))
        #expect(picture.width == 40 && picture.height == 20)
        let png = try picture.png(fittingWidth: 100, height: 100)
        let read = try description(png, at: [(3, 2), (30, 9)])
        #expect(read == "40 20 IHDR+sBIT+IDAT+IEND 0302c8ff 1e09c864")
    }

    @Test func `is made smaller, never larger, and keeps its proportions`() throws {
        let picture = try Picture(untrusted: PNG.bytes(width: 400, height: 100))
        #expect(try description(picture.png(fittingWidth: 200, height: 200)).hasPrefix("200 50 "))
        #expect(try description(picture.png(fittingWidth: 900, height: 25)).hasPrefix("100 25 "))
        #expect(try description(picture.png(fittingWidth: 900, height: 900)).hasPrefix("400 100 "))
        let thin = try Picture(untrusted: PNG.bytes(width: 5_000, height: 1))
        #expect(try description(thin.png(fittingWidth: 10, height: 10)).hasPrefix("10 1 "))
    }

    @Test func `is the same, byte for byte, each time`() throws {
        let sent = PNG.bytes(width: 300, height: 200)
        let first = try Picture(untrusted: sent).png(fittingWidth: 100, height: 100)
        #expect(try Picture(untrusted: sent).png(fittingWidth: 100, height: 100) == first)
        #expect(try Picture(untrusted: first).png(fittingWidth: 100, height: 100) == first)
    }

    @Test func `may be a photo, held in any way`() throws {
        let flat = try Picture(untrusted: Photo.bytes(orientation: 1))
        #expect(flat.width == 16 && flat.height == 8)
        let turned = try Picture(untrusted: Photo.bytes(orientation: 6))
        #expect(turned.width == 8 && turned.height == 16)
        let read = try description(turned.png(fittingWidth: 99, height: 99), at: [(4, 2), (4, 13)])
        #expect(read.contains(/^8 16 IHDR\+sBIT\+IDAT\+IEND f.0.0. 0.0.f.$/))
        #expect(try Picture(untrusted: Photo.bytes(orientation: 99)).width == 16)
    }

    @Test(arguments: [
        "", "<svg xmlns=\"http://www.w3.org/2000/svg\"/>", "<!DOCTYPE html><script>", "GIF89a", "RIFF....WEBPVP8 ",
        "BM",
        "%PDF-1.7", "P6\n1 1\n255\nabc",
    ])
    func `is refused when it is of another kind`(text: String) {
        #expect(throws: PictureError.notAPicture) { try Picture(untrusted: Array(text.utf8)) }
    }

    @Test func `is refused when it weighs too much`() {
        let bytes = [UInt8](repeating: 0, count: Picture.maximumWeight + 1)
        #expect(throws: PictureError.tooHeavy(bytes: bytes.count)) { try Picture(untrusted: bytes) }
    }

    @Test(arguments: [(60_000, 60_000), (6_001, 1), (1, 6_001), (5_000, 5_000)])
    func `is refused by its size, before it is decoded`(width: Int, height: Int) {
        let claim = PNG.beginning(width: width, height: height) + PNG.chunk("IDAT", []) + PNG.chunk("IEND", [])
        #expect(throws: PictureError.tooLarge(width: width, height: height)) { try Picture(untrusted: claim) }
    }

    @Test func `is refused as a photo too, by its size`() throws {
        var photo = Photo.bytes
        // SOF0 (ITU-T T.81, B.2.2): marker, length, precision, height, width.
        let frame = try #require(photo.indices.first { photo[$0...].starts(with: [0xFF, 0xC0]) })
        photo.replaceSubrange(frame + 5..<frame + 9, with: [0xEA, 0x60, 0xEA, 0x60])
        #expect(throws: PictureError.tooLarge(width: 60_000, height: 60_000)) { try Picture(untrusted: photo) }
    }

    private static func isDamaged(_ error: any Error) -> Bool {
        if case PictureError.damaged = error { true } else { false }
    }

    @Test(arguments: [PNG.bytes(width: 40, height: 20), Photo.bytes])
    func `is refused when it is cut off`(whole: [UInt8]) {
        for count in stride(from: 8, to: whole.count, by: 7) {
            #expect(performing: { try Picture(untrusted: Array(whole.prefix(count))) }, throws: Self.isDamaged)
        }
    }

    @Test func `is refused when what follows its first bytes is noise`() {
        var random = SystemRandomNumberGenerator()
        for beginning in [Array(PNG.bytes(width: 1, height: 1).prefix(8)), [0xFF, 0xD8, 0xFF, 0xE0]] as [[UInt8]] {
            let noise = (0..<2_000).map { _ in UInt8.random(in: 0...255, using: &random) }
            #expect(performing: { try Picture(untrusted: beginning + noise) }, throws: Self.isDamaged)
        }
    }

    @Test func `never brings the process down, whatever byte is changed`() {
        var random = SystemRandomNumberGenerator()
        for whole in [PNG.bytes(width: 20, height: 20), Photo.bytes(orientation: 6)] {
            for _ in 0..<500 {
                var bytes = whole
                for _ in 0..<5 {
                    bytes[Int.random(in: 8..<bytes.count, using: &random)] = .random(in: 0...255, using: &random)
                }
                _ = try? Picture(untrusted: bytes).png(fittingWidth: 10, height: 10)
            }
        }
    }
}
