import HostileInput
import Testing

@Suite struct `What strangers send` {
    @Test(arguments: Door.allCases) func `every file of the corpus is read or refused`(door: Door) throws {
        let files = try Corpus.files(of: door)
        #expect(files.count >= 3)
        for file in files {
            #expect(throws: Never.self, "\(door.rawValue)/\(file.name)") { try door.take(file.bytes) }
        }
    }

    @Test(arguments: Door.allCases) func `so is every file cut short or with a byte changed`(door: Door) throws {
        for file in try Corpus.files(of: door) {
            for bytes in mutations(of: file.bytes) {
                #expect(throws: Never.self, "\(door.rawValue)/\(file.name), \(bytes.count) bytes") {
                    try door.take(bytes)
                }
            }
        }
    }

    /// A bounded number, spread over the file and always the same.
    private func mutations(of bytes: [UInt8]) -> [[UInt8]] {
        let places = stride(from: 0, to: bytes.count, by: max(1, bytes.count / 24))
        return places.flatMap { place in
            let strange: [UInt8] = [0x00, 0x0A, 0x22, 0x25, 0x7F, 0xFF]
            return [Array(bytes[..<place]), bytes[..<place] + [0xC3] + bytes[place...]]
                + strange.map { byte in
                    var changed = bytes
                    changed[place] = byte
                    return changed
                }
        }
    }
}
