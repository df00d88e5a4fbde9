/// A file of an archive, a piece at a time.
struct ArchiveFile {
    /// Its path, of plain ASCII.
    let path: String
    /// True when it is compressed already.
    let isCompressed: Bool
    /// How many bytes it has; nil when nobody knows yet.
    let size: Int?
    /// Its pieces, nil at the end.
    let next: ArchivePieces

    /// A file that is made while it is written down.
    init(_ path: String, next: @escaping ArchivePieces) {
        self.path = path
        isCompressed = false
        size = nil
        self.next = next
    }

    /// A file whose bytes are at hand.
    init(_ path: String, _ bytes: [UInt8], isCompressed: Bool = false) {
        self.path = path
        self.isCompressed = isCompressed
        size = bytes.count
        next = once(bytes)
    }
}

/// Some files of an archive, one after the other, nil after the last.
typealias ArchiveShelf = () throws -> ArchiveFile?

/// Bytes that come a piece at a time, nil at the end.
typealias ArchivePieces = () throws -> [UInt8]?

/// Bytes that come in one piece.
func once(_ bytes: [UInt8]) -> ArchivePieces {
    var rest: [UInt8]? = bytes
    return {
        defer { rest = nil }
        return rest
    }
}

/// The pieces of several, one after the other.
func joined(_ parts: [ArchivePieces]) -> ArchivePieces {
    var parts = parts[...]
    return {
        while let part = parts.first {
            if let bytes = try part() { return bytes }
            parts.removeFirst()
        }
        return nil
    }
}
