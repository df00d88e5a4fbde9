import Testing

@testable import Accounting

@Suite struct `Canonical bytes` {
    private func bytes(_ texts: [String]) -> [UInt8] {
        var canonical = CanonicalBytes(version: 1)
        for text in texts { canonical.append(text) }
        return canonical.bytes
    }

    @Test func `a field keeps its own length`() {
        #expect(bytes(["ab", ""]) != bytes(["a", "b"]))
        #expect(bytes(["ab", ""]) != bytes(["", "ab"]))
        #expect(bytes(["ab"]) != bytes(["ab", ""]))
    }

    @Test func `a field that imitates a length is not taken for one`() {
        let length = String(decoding: [0, 0, 0, 0, 0, 0, 0, 1] as [UInt8], as: UTF8.self)
        #expect(bytes(["a", "b"]) != bytes(["a\(length)b"]))
        #expect(bytes(["a", "b"]) != bytes(["a" + length, "b"]))
    }

    @Test func `another layout has other bytes`() {
        #expect(CanonicalBytes(version: 1).bytes != CanonicalBytes(version: 2).bytes)
    }

    @Test func `letters that only look the same have other bytes`() {
        #expect(bytes(["é"]) != bytes(["e\u{301}"]))
    }
}

@Suite struct `A fingerprint` {
    @Test(arguments: [0, 31, 33, 64]) func `has 32 bytes`(count: Int) {
        #expect(Fingerprint(Array(repeating: 1, count: count)) == nil)
    }

    @Test func `is written in lower-case hexadecimal`() {
        let fingerprint = Fingerprint([0x00, 0x0A, 0xFF] + Array(repeating: 0x10, count: 29))
        #expect(fingerprint?.hexadecimal == "000aff" + String(repeating: "10", count: 29))
    }
}
