import PDF
import Testing

/// A responder draws for months. Other tests run in this process meanwhile, so only a leak of whole documents is seen here;
/// one document takes 100 KB and more.
@Suite struct `Drawing again and again` {
    @Test func `takes no more memory`() throws {
        let materials = try Materials()
        let document = try Sample.invoice(rows: 2, with: materials)
        let draw = {
            _ = try Sample.invoice(rows: 2, with: materials)
            _ = try Sample.stamped(document, with: materials)
            _ = try EmbeddedFile.read(named: "factur-x.xml", from: document)
        }
        for _ in 0..<50 { try draw() }
        let before = Memory.resident
        for _ in 0..<500 { try draw() }
        #expect(Memory.resident - before < 8 << 20)
    }
}
