import PDF
import TestSupport
import Testing

@Suite struct `A QR code` {
    @Test func `has a size that grows with its text, and three eyes`() throws {
        let code = try QRCode("https://needme.example")
        #expect(code.side == 25)
        #expect(try QRCode(String(repeating: "é", count: 165)).side == 69)
        for (x, y) in [(0, 0), (code.side - 7, 0), (0, code.side - 7)] {
            #expect((0..<7).allSatisfy { code.isDark(x: x + $0, y: y) && code.isDark(x: x, y: y + $0) })
        }
        #expect(!code.isDark(x: -1, y: 0) && !code.isDark(x: 0, y: code.side))
    }

    @Test func `is covered by its runs, each module once`() throws {
        let code = try QRCode("BCD\n002\n1\nSCT\n\nZoe\nFR7630006000011234567890189\nEUR12.50\n\n\nF2026-0001")
        var covered: [Int: Int] = [:]
        for run in code.runs {
            for y in run.y..<run.y + run.height {
                for x in run.x..<run.x + run.width { covered[y * code.side + x, default: 0] += 1 }
            }
        }
        for y in 0..<code.side {
            for x in 0..<code.side {
                #expect(covered[y * code.side + x, default: 0] == (code.isDark(x: x, y: y) ? 1 : 0))
            }
        }
    }

    @Test func `refuses what it cannot hold`() throws {
        #expect(try QRCode(String(repeating: "a", count: 331), maximumVersion: 13).side == 69)
        for (text, version) in [(String(repeating: "a", count: 332), 13), (String(repeating: "a", count: 9_999), 40)] {
            #expect(throws: DrawingError.unsuitableForQRCode(bytes: text.utf8.count)) {
                try QRCode(text, maximumVersion: version)
            }
        }
        #expect(throws: DrawingError.unsuitableForQRCode(bytes: 0)) { try QRCode("") }
        #expect(throws: DrawingError.unsuitableForQRCode(bytes: 3)) { try QRCode("a\0b") }
    }

    @Test func `is read from paper`() throws {
        let scratch = try Scratch()
        let materials = try Materials()
        let stamped = try Sample.stamped(Sample.invoice(with: materials), with: materials)
        let page = scratch.newPath()
        let draw = ["pdftoppm", "-r", "200", "-png", "-singlefile", try scratch.file(stamped), page]
        #expect(try Command(draw, in: scratch).wait() == 0)
        let read = String(
            decoding: try Command(["zbarimg", "--quiet", "--raw", page + ".png"], in: scratch).result(),
            as: UTF8.self
        )
        #expect(Set(read.split(separator: "\n")) == ["https://needme.example/f/1", "https://needme.example/stamp"])
    }
}
