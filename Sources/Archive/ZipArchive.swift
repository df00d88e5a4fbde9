import CArchive

/// A ZIP archive being written, file after file; its bytes are taken away as they come, so that it may be larger than
/// memory.
@safe public final class ZipArchive {
    /// How a file is kept.
    public enum Keeping: Sendable {
        /// As it is, for what is compressed already.
        case stored
        /// Compressed.
        case deflated
    }

    private let handle: OpaquePointer
    private let output = Output()

    /// What libarchive has written and nobody has taken yet.
    private final class Output {
        var bytes: [UInt8] = []
    }

    /// An archive without files.
    public init() throws(ArchiveError) {
        guard let handle = unsafe archive_write_new() else { throw ArchiveError("archive_write_new", "no memory") }
        unsafe self.handle = handle
        try check(unsafe archive_write_set_format_zip(handle), "archive_write_set_format_zip")
        // Zero: nothing is gathered into blocks, and none is filled up at the end.
        try check(unsafe archive_write_set_bytes_per_block(handle, 0), "archive_write_set_bytes_per_block")
        // The output lives as long as this object, and the library calls back only while one of our calls runs.
        let place = unsafe Unmanaged.passUnretained(output).toOpaque()
        let status = unsafe archive_write_open(
            handle,
            place,
            nil,
            { _, place, bytes, count in
                guard let place = unsafe place, let bytes = unsafe bytes else { return -1 }
                let output = unsafe Unmanaged<Output>.fromOpaque(place).takeUnretainedValue()
                unsafe output.bytes.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: count))
                return la_ssize_t(count)
            },
            nil
        )
        try check(status, "archive_write_open")
    }

    deinit {
        // An archive that was not ended is ended here, into an output that nobody reads.
        _ = unsafe archive_write_free(handle)
    }

    /// Begins a file; what is added afterwards belongs to it until the next one begins.
    ///
    /// - Parameters:
    ///   - path: its path in the archive, of plain ASCII, with "/" between folders.
    ///   - keeping: how it is kept.
    ///   - size: how many bytes it will have; nil when nobody knows yet.
    ///   - seconds: when it was changed last, in seconds since the epoch.
    /// - Throws: the library's error.
    public func begin(_ path: String, _ keeping: Keeping, size: Int?, modifiedAt seconds: Int64) throws(ArchiveError) {
        precondition(path.utf8.allSatisfy { $0 > 0x20 && $0 < 0x7F }, "We name the files: \(path)")
        switch keeping {
        case .stored:
            try check(unsafe archive_write_zip_set_compression_store(handle), "archive_write_zip_set_compression_store")
        case .deflated:
            try check(
                unsafe archive_write_zip_set_compression_deflate(handle),
                "archive_write_zip_set_compression_deflate"
            )
        }
        guard let entry = unsafe archive_entry_new() else { throw ArchiveError("archive_entry_new", "no memory") }
        defer { unsafe archive_entry_free(entry) }
        unsafe archive_entry_set_pathname(entry, path)
        unsafe archive_entry_set_filetype(entry, UInt32(S_IFREG))
        unsafe archive_entry_set_perm(entry, 0o644)
        if let size { unsafe archive_entry_set_size(entry, la_int64_t(size)) }
        unsafe archive_entry_set_mtime(entry, time_t(seconds), 0)
        try check(unsafe archive_write_header(handle, entry), "archive_write_header")
    }

    /// Adds bytes to the file that was begun last.
    public func add(_ bytes: [UInt8]) throws(ArchiveError) {
        guard !bytes.isEmpty else { return }
        // > returns the number of bytes actually written; a negative value on error.
        let written = unsafe bytes.withUnsafeBytes { unsafe archive_write_data(handle, $0.baseAddress, $0.count) }
        guard written == bytes.count else { throw failure("archive_write_data") }
    }

    /// Ends the archive: its directory is written.
    public func end() throws(ArchiveError) {
        try check(unsafe archive_write_close(handle), "archive_write_close")
    }

    /// Takes away what was written since the last time.
    public func taken() -> [UInt8] {
        defer { output.bytes = [] }
        return output.bytes
    }

    private func check(_ status: Int32, _ call: String) throws(ArchiveError) {
        guard status == ARCHIVE_OK else { throw failure(call) }
    }

    private func failure(_ call: String) -> ArchiveError { unsafe ArchiveError(call, of: handle) }
}
