import PDF
import Testing

@Suite(.memoryIsOurs) struct `Drawing again and again` {
    @Test func `from the same fonts takes no more memory`() async {
        // In a process of its own: what other tests take meanwhile does not count.
        await #expect(processExitsWith: .success) {
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
            #expect(Memory.resident - before < 4 << 20)
        }
    }

    @Test func `of newly opened fonts takes no more memory`() async {
        await #expect(processExitsWith: .success) {
            let open = { _ = try Sample.invoice(rows: 2, with: Materials()) }
            for _ in 0..<20 { try open() }
            let before = Memory.resident
            for _ in 0..<100 { try open() }
            #expect(Memory.resident - before < 2 << 20)
        }
    }
}
