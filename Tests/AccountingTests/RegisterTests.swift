import Accounting
import Crypto
import Testing

// C. com. art. D123-205-1: the register is kept by means that offer every guarantee of proof.
@Suite struct `The register of receipts` {
    private typealias Entry = RegisterLine.Entry

    private let chain = RegisterChain { bytes in
        guard let fingerprint = Fingerprint(Array(SHA256.hash(data: bytes))) else {
            preconditionFailure("A SHA-256 has 32 bytes.")
        }
        return fingerprint
    }

    private func entry(_ number: Int64) -> Entry {
        Entry(
            receivedOn: Day(number: 20_000 + number),
            document: "F-2026-000\(number)",
            client: "Atelier Durand",
            nature: "Conseil",
            activity: .service,
            amount: Cents(12_000 + number),
            means: .stripe,
            reference: "pi_\(number)",
            recordedAt: Instant(seconds: 1_795_000_000 + number)
        )
    }

    private func register(_ count: Int64) -> (lines: [RegisterLine], head: RegisterChain.Head) {
        var head = RegisterChain.Head.empty
        var lines: [RegisterLine] = []
        for number in 1...count {
            let line = chain.line(entry(number), after: head)
            lines.append(line)
            head = RegisterChain.Head(sequence: line.sequence, fingerprint: line.fingerprint)
        }
        return (lines, head)
    }

    @Test(arguments: [1, 2, 50] as [Int64]) func `is whole as it was written`(count: Int64) {
        let (lines, head) = register(count)
        #expect(chain.breaches(in: lines, head: head).isEmpty)
        #expect(lines.map(\.sequence) == Array(1...count))
    }

    @Test func `is whole when it is empty`() {
        #expect(chain.breaches(in: [], head: .empty).isEmpty)
    }

    @Test func `the first line follows 32 zeros`() {
        #expect(RegisterChain.Head.empty.fingerprint.bytes == Array(repeating: 0, count: 32))
    }

    /// Every field of an entry, changed alone.
    private static let changes: [(field: String, change: @Sendable (RegisterLine.Entry) -> RegisterLine.Entry)] = [
        ("receivedOn", { $0.with(receivedOn: $0.receivedOn.adding(days: 1)) }),
        ("document", { $0.with(document: "F-2026-9999") }),
        ("client", { $0.with(client: "Atelier Dupont") }),
        ("nature", { $0.with(nature: "Conseil ") }),
        ("activity", { $0.with(activity: .liberal) }),
        ("amount", { $0.with(amount: $0.amount + Cents(1)) }),
        ("means", { $0.with(means: .cash) }),
        ("reference", { $0.with(reference: "") }),
        ("recordedAt", { $0.with(recordedAt: Instant(microseconds: $0.recordedAt.microseconds + 1)) }),
    ]

    @Test func `the changes below reach every field`() {
        let fields = Mirror(reflecting: entry(1)).children.compactMap(\.label)
        #expect(Self.changes.map(\.field) == fields)
    }

    @Test(arguments: changes.indices, [0, 1, 4]) func `an altered field is found, in its line`(change: Int, place: Int)
    {
        var (lines, head) = register(5)
        let old = lines[place]
        lines[place] = RegisterLine(
            sequence: old.sequence,
            entry: Self.changes[change].change(old.entry),
            fingerprint: old.fingerprint
        )
        #expect(chain.breaches(in: lines, head: head) == [.altered(sequence: old.sequence)])
    }

    @Test func `a line altered together with its fingerprint betrays itself by the next one`() {
        var (lines, head) = register(3)
        let first = RegisterChain.Head(sequence: 1, fingerprint: lines[0].fingerprint)
        lines[1] = chain.line(entry(2).with(amount: Cents(1)), after: first)
        #expect(chain.breaches(in: lines, head: head) == [.altered(sequence: 3)])
    }

    @Test func `a register rewritten from end to end does not end where it should`() {
        let (lines, head) = register(3)
        var forged = RegisterChain.Head.empty
        let rewritten = lines.map { line in
            let line = chain.line(line.entry.with(amount: Cents(1)), after: forged)
            forged = RegisterChain.Head(sequence: line.sequence, fingerprint: line.fingerprint)
            return line
        }
        #expect(chain.breaches(in: rewritten, head: head) == [.endsElsewhere(found: 3, expected: 3)])
    }

    @Test(arguments: 0..<4) func `a removed line is found`(place: Int) {
        var (lines, head) = register(5)
        lines.remove(at: place)
        let breaches = chain.breaches(in: lines, head: head)
        #expect(breaches.first == .misplaced(found: Int64(place) + 2, expected: Int64(place) + 1))
    }

    @Test func `a removed line is found even when the others are numbered anew`() {
        var (lines, head) = register(3)
        let last = lines.removeLast()
        lines[1] = RegisterLine(sequence: 2, entry: last.entry, fingerprint: last.fingerprint)
        #expect(chain.breaches(in: lines, head: head).contains(.altered(sequence: 2)))
    }

    @Test(arguments: 0..<4) func `two swapped lines are found`(place: Int) {
        var (lines, head) = register(5)
        lines.swapAt(place, place + 1)
        #expect(
            chain.breaches(in: lines, head: head).first
                == .misplaced(found: Int64(place) + 2, expected: Int64(place) + 1)
        )
    }

    @Test func `two lines that swapped their contents are found`() {
        var (lines, head) = register(3)
        let (first, second) = (lines[0], lines[1])
        lines[0] = RegisterLine(sequence: 1, entry: second.entry, fingerprint: first.fingerprint)
        lines[1] = RegisterLine(sequence: 2, entry: first.entry, fingerprint: second.fingerprint)
        #expect(chain.breaches(in: lines, head: head) == [.altered(sequence: 1), .altered(sequence: 2)])
    }

    @Test func `a repeated line is found`() {
        var (lines, head) = register(2)
        lines.append(lines[1])
        #expect(chain.breaches(in: lines, head: head) == [.misplaced(found: 2, expected: 3)])
    }

    @Test(arguments: 0..<5) func `lines cut off at the end are found`(kept: Int) {
        let (lines, head) = register(5)
        let breaches = chain.breaches(in: lines.prefix(kept), head: head)
        #expect(breaches == [.endsElsewhere(found: Int64(kept), expected: 5)])
    }

    @Test func `a forged end is found`() throws {
        let (lines, head) = register(2)
        let other = try #require(Fingerprint(Array(repeating: 7, count: 32)))
        let forged = RegisterChain.Head(sequence: head.sequence, fingerprint: other)
        #expect(chain.breaches(in: lines, head: forged) == [.endsElsewhere(found: 2, expected: 2)])
        let longer = RegisterChain.Head(sequence: 3, fingerprint: head.fingerprint)
        #expect(chain.breaches(in: lines, head: longer) == [.endsElsewhere(found: 2, expected: 3)])
    }

    @Test func `a line added without its place in the chain is found`() {
        var (lines, _) = register(2)
        let stray = chain.line(entry(3), after: .empty)
        let added = RegisterLine(sequence: 3, entry: stray.entry, fingerprint: stray.fingerprint)
        lines.append(added)
        let head = RegisterChain.Head(sequence: 3, fingerprint: added.fingerprint)
        #expect(chain.breaches(in: lines, head: head) == [.altered(sequence: 3)])
    }

    /// The layout of version 1, written down independently: a field moved, added or dropped would make every register
    /// that exists look altered.
    @Test func `a fingerprint is the SHA-256 of each field behind its length`() {
        var bytes: [UInt8] = [1]
        let fields: [[UInt8]] =
            [Array(repeating: 0, count: 32)]
            + [
                "1", "2024-10-05", "F-2026-0001", "Atelier Durand", "Conseil", "service", "12001", "STRIPE", "pi_1",
                "1795000001000000",
            ]
            .map { Array($0.utf8) }
        for field in fields { bytes += [0, 0, 0, 0, 0, 0, 0, UInt8(field.count)] + field }
        #expect(chain.line(entry(1), after: .empty).fingerprint.bytes == Array(SHA256.hash(data: bytes)))
    }

    /// Texts of neighbouring fields, cut at every place: the bytes tell each cut from the others.
    @Test func `what moves from a field to its neighbour changes the fingerprint`() {
        let text = "F-2026-0001Atelier"
        let cuts = text.indices.map { cut in
            entry(1).with(document: String(text[..<cut])).with(client: String(text[cut...]))
        }
        #expect(Set(cuts.map { chain.line($0, after: .empty).fingerprint }).count == cuts.count)
        let others = text.indices.map { cut in
            entry(1).with(client: String(text[..<cut])).with(nature: String(text[cut...]))
        }
        #expect(Set(others.map { chain.line($0, after: .empty).fingerprint }).count == others.count)
    }
}

extension RegisterLine.Entry {
    fileprivate func with(
        receivedOn: Day? = nil,
        document: String? = nil,
        client: String? = nil,
        nature: String? = nil,
        activity: Activity? = nil,
        amount: Cents? = nil,
        means: MeansOfPayment? = nil,
        reference: String? = nil,
        recordedAt: Instant? = nil
    ) -> Self {
        Self(
            receivedOn: receivedOn ?? self.receivedOn,
            document: document ?? self.document,
            client: client ?? self.client,
            nature: nature ?? self.nature,
            activity: activity ?? self.activity,
            amount: amount ?? self.amount,
            means: means ?? self.means,
            reference: reference ?? self.reference,
            recordedAt: recordedAt ?? self.recordedAt
        )
    }
}
