/// The text of a file whose encoding nobody tells: UTF-8 where it can be, otherwise Windows-1252, as spreadsheets in France
/// have long written.
struct CSVText {
    let scalars: [Unicode.Scalar]

    /// Nil when it is no text.
    init?(_ bytes: [UInt8]) {
        let text = bytes.starts(with: [0xEF, 0xBB, 0xBF]) ? bytes.dropFirst(3) : bytes[...]
        guard !text.contains(0) else { return nil }
        if let read = String(validating: text, as: UTF8.self) {
            scalars = Array(read.unicodeScalars)
        } else {
            let read = text.compactMap(Self.scalar)
            guard read.count == text.count else { return nil }
            scalars = read
        }
    }

    /// A byte of Windows-1252; nil for the five that stand for nothing (WHATWG Encoding, "index windows-1252").
    private static func scalar(_ byte: UInt8) -> Unicode.Scalar? {
        guard (0x80...0x9F).contains(byte) else { return Unicode.Scalar(byte) }
        return special[Int(byte) - 0x80]
    }

    private static let special: [Unicode.Scalar?] = [
        "€", nil, "‚", "ƒ", "„", "…", "†", "‡", "ˆ", "‰", "Š", "‹", "Œ", nil, "Ž", nil,
        nil, "‘", "’", "“", "”", "•", "–", "—", "˜", "™", "š", "›", "œ", nil, "ž", "Ÿ",
    ]
}
