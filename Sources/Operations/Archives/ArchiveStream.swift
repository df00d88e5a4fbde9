import Accounting
import Archive
import Crypto
import Store

/// An archive as it is written: taken away piece by piece, so that neither memory nor disk grows with a company.
public final class ArchiveStream {
    private let zip: ZipArchive
    private let moment: Int64
    private var shelves: ArraySlice<ArchiveShelf>
    private let list: ArchiveContents
    private var open: (file: ArchiveFile, digest: SHA256)?
    private var hasEnded = false

    /// As many bytes as are worth sending.
    private static let pieceSize = 64 << 10

    /// - Parameters:
    ///   - shelves: the files.
    ///   - list: where what was written is noted.
    ///   - moment: when the files were made.
    /// - Throws: the archive's error.
    init(_ shelves: [ArchiveShelf], noting list: ArchiveContents, at moment: Instant) throws {
        zip = try ZipArchive()
        self.shelves = shelves[...]
        self.list = list
        self.moment = moment.seconds
    }

    /// - Returns: the next bytes; nil after the end.
    /// - Throws: the database's error, or the archive's: what was written until then is no archive.
    public func next() throws -> [UInt8]? {
        var piece: [UInt8] = []
        while piece.count < Self.pieceSize, !hasEnded {
            try goOn()
            piece += zip.taken()
        }
        return piece.isEmpty ? nil : piece
    }

    private func goOn() throws {
        guard let (file, begun) = open else { return try openNext() }
        var digest = begun
        guard let bytes = try file.next() else {
            guard let sum = Fingerprint(Array(digest.finalize())) else {
                preconditionFailure("A SHA-256 has 32 bytes.")
            }
            list.note(file.path, sum)
            open = nil
            return
        }
        digest.update(data: bytes)
        open = (file, digest)
        try zip.add(bytes)
    }

    private func openNext() throws {
        while let shelf = shelves.first {
            if let file = try shelf() {
                let keeping: ZipArchive.Keeping = file.isCompressed ? .stored : .deflated
                try zip.begin(file.path, keeping, size: file.size, modifiedAt: moment)
                open = (file, SHA256())
                return
            }
            shelves.removeFirst()
        }
        try zip.end()
        hasEnded = true
    }
}
