import Foundation
import PDF
import TestSupport
import Testing

@Suite struct `A file in a stranger's document` {
    private let document: [UInt8]
    private let scratch: Scratch

    init() throws {
        document = try Sample.invoice(rows: 1, with: Materials())
        scratch = try Scratch()
    }

    /// What qpdf makes of the document.
    private func rewritten(_ options: String...) throws -> [UInt8] {
        try Command(["qpdf", scratch.file(document)] + options + ["-"], in: scratch).result()
    }

    @Test func `is read as it was put in`() throws {
        #expect(try EmbeddedFile.read(named: "factur-x.xml", from: document) == Sample.xml)
        let packed = try rewritten("--object-streams=generate", "--linearize")
        #expect(try EmbeddedFile.read(named: "factur-x.xml", from: packed) == Sample.xml)
    }

    @Test func `may not be there`() throws {
        for name in ["", "other.xml", "factur-x.xm"] {
            #expect(throws: EmbeddedFile.Failure.missing) { try EmbeddedFile.read(named: name, from: document) }
        }
        let bare = try rewritten("--remove-attachment=factur-x.xml")
        #expect(throws: EmbeddedFile.Failure.missing) { try EmbeddedFile.read(named: "factur-x.xml", from: bare) }
    }

    @Test(arguments: ["", "secret"]) func `may be locked away`(password: String) throws {
        let locked = try rewritten("--encrypt", password, "owner", "256", "--")
        #expect(throws: EmbeddedFile.Failure.encrypted) { try EmbeddedFile.read(named: "factur-x.xml", from: locked) }
    }

    @Test func `is not looked for in what is no document`() throws {
        var random = SystemRandomNumberGenerator()
        let noise = (0..<5_000).map { _ in UInt8.random(in: 0...255, using: &random) }
        for bytes in [[], Array("%PDF-1.7\n".utf8), Array("<html>".utf8), noise, Array("%PDF-1.4\n".utf8) + noise] {
            #expect(
                performing: { try EmbeddedFile.read(named: "factur-x.xml", from: bytes) },
                throws: Self.isUnreadable
            )
        }
    }

    private static func isUnreadable(_ error: any Error) -> Bool {
        if case EmbeddedFile.Failure.unreadable = error { true } else { false }
    }

    @Test func `is not read from a document that is cut off`() throws {
        for count in stride(from: 0, to: document.count - 64, by: document.count / 40) {
            #expect(
                performing: { try EmbeddedFile.read(named: "factur-x.xml", from: Array(document.prefix(count))) },
                throws: Self.isUnreadable
            )
        }
    }

    @Test func `never brings the process down, whatever byte is changed`() throws {
        var random = SystemRandomNumberGenerator()
        for _ in 0..<300 {
            var damaged = document
            for _ in 0..<10 {
                damaged[Int.random(in: 0..<damaged.count, using: &random)] = .random(in: 0...255, using: &random)
            }
            _ = try? EmbeddedFile.read(named: "factur-x.xml", from: damaged)
        }
    }

    @Test func `is not read from a document that is too large`() throws {
        let bytes = [UInt8](repeating: 0x20, count: EmbeddedFile.maximumDocument + 1)
        #expect(throws: EmbeddedFile.Failure.tooLarge) { try EmbeddedFile.read(named: "factur-x.xml", from: bytes) }
    }

    /// A small document whose attachment, or whose own table of objects, unfolds to 600 MB.
    private static let bomb = """
        import sys, zlib
        packer = zlib.compressobj(9)
        zeros = bytes(1 << 20)
        packed = b''.join(packer.compress(zeros) for _ in range(int(sys.argv[2]))) + packer.flush()
        out = bytearray(b'%PDF-1.7\\n')
        places = []
        def add(body):
            places.append(len(out))
            out.extend(b'%d 0 obj\\n' % len(places) + body + b'\\nendobj\\n')
        add(b'<< /Type /Catalog /Pages 2 0 R /Names << /EmbeddedFiles << /Names [(f) 3 0 R] >> >> >>')
        add(b'<< /Type /Pages /Kids [] /Count 0 >>')
        add(b'<< /Type /Filespec /F (f) /EF << /F 4 0 R >> >>')
        head = b'<< /Length %d /Filter /FlateDecode >>' % len(packed)
        if sys.argv[1] == 'file':
            add(head + b'\\nstream\\n' + packed + b'\\nendstream')
            start = len(out)
            out.extend(b'xref\\n0 5\\n0000000000 65535 f \\n')
            out.extend(b''.join(b'%010d 00000 n \\n' % place for place in places))
            out.extend(b'trailer << /Size 5 /Root 1 0 R >>\\n')
        else:
            start = len(out)
            out.extend(b'4 0 obj\\n' + head[:-2] + b'/Type /XRef /W [1 4 2] /Size 5 /Root 1 0 R >>\\nstream\\n' + packed
                + b'\\nendstream\\nendobj\\n')
        out.extend(b'startxref\\n%d\\n%%%%EOF\\n' % start)
        sys.stdout.buffer.write(out)
        """

    @Test(.memoryIsOurs, arguments: ["file", "table"]) func `does not unfold without bounds`(kind: String) async throws
    {
        let bomb = try scratch.file(Command(["python3", "-c", Self.bomb, kind, "600"], in: scratch).result())
        await #expect(processExitsWith: .success) { [bomb = bomb as String] in
            let bytes = try [UInt8](Data(contentsOf: URL(filePath: bomb)))
            #expect(bytes.count > 500_000 && bytes.count < EmbeddedFile.maximumDocument)
            #expect(performing: { try EmbeddedFile.read(named: "f", from: bytes) }, throws: Self.isUnreadable)
            #expect(Memory.peak < 300 << 20)
        }
    }

    @Test func `may be large, but not larger than we read`() throws {
        let large = try Command(["python3", "-c", Self.bomb, "file", "16"], in: scratch).result()
        #expect(try EmbeddedFile.read(named: "f", from: large).count == 16 << 20)
        let larger = try Command(["python3", "-c", Self.bomb, "file", "17"], in: scratch).result()
        #expect(throws: EmbeddedFile.Failure.tooLarge) { try EmbeddedFile.read(named: "f", from: larger) }
    }
}
