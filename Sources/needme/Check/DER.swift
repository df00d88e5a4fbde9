/// One value of ASN.1, as DER writes it (X.690 §8, §10): what a certificate and a key are made of.
struct DER: Equatable {
    /// What kind of value it is: 0x30 is a sequence, 0x02 a number.
    let tag: UInt8
    /// What is in it.
    let content: ArraySlice<UInt8>

    /// Reads the value that bytes begin with; nil when they are none.
    init?(_ bytes: some Collection<UInt8>) {
        var rest = ArraySlice(Array(bytes))
        guard let value = Self.take(from: &rest) else { return nil }
        self = value
    }

    private init(tag: UInt8, content: ArraySlice<UInt8>) {
        self.tag = tag
        self.content = content
    }

    /// The values inside of this one; nil when what is inside is none.
    var parts: [DER]? {
        var (rest, parts) = (content, [DER]())
        while !rest.isEmpty {
            guard let part = Self.take(from: &rest) else { return nil }
            parts.append(part)
        }
        return parts
    }

    /// The bits of a bit string, without the byte that counts the unused ones.
    var bits: ArraySlice<UInt8>? { tag == 0x03 && content.first == 0 ? content.dropFirst() : nil }

    private static func take(from rest: inout ArraySlice<UInt8>) -> DER? {
        guard let tag = rest.popFirst(), tag & 0x1F != 0x1F, let first = rest.popFirst() else { return nil }
        var length = Int(first)
        if first >= 0x80 {
            // The long form: how many bytes of length follow; four of them hold any file of ours.
            guard (1...4).contains(first & 0x7F) else { return nil }
            length = 0
            for _ in 0..<first & 0x7F {
                guard let byte = rest.popFirst() else { return nil }
                length = length << 8 | Int(byte)
            }
        }
        guard length <= rest.count else { return nil }
        let content = rest.prefix(length)
        rest = rest.dropFirst(length)
        return DER(tag: tag, content: content)
    }
}
