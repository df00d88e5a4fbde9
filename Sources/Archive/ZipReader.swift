import CArchive

/// A ZIP archive being read from a file, in the order in which its files were written.
@safe public final class ZipReader {
    private let handle: OpaquePointer

    /// How much is read at a time.
    private static let blockSize = 64 << 10

    /// Opens the archive at a path.
    public init(path: String) throws(ArchiveError) {
        guard let handle = unsafe archive_read_new() else { throw ArchiveError("archive_read_new", "no memory") }
        unsafe self.handle = handle
        // A file that is written while nobody knows its size is told by the directory at the end, which seeks for it.
        try check(unsafe archive_read_support_format_zip_seekable(handle), "archive_read_support_format_zip_seekable")
        try check(unsafe archive_read_open_filename(handle, path, Self.blockSize), "archive_read_open_filename")
    }

    deinit {
        // What was read is whole or was refused: nobody waits for what closing has to say.
        _ = unsafe archive_read_free(handle)
    }

    /// Goes on to the next file.
    ///
    /// - Returns: its path; nil after the last.
    /// - Throws: the library's error.
    public func next() throws(ArchiveError) -> String? {
        var entry: OpaquePointer?
        let status = unsafe archive_read_next_header(handle, &entry)
        if status == ARCHIVE_EOF { return nil }
        try check(status, "archive_read_next_header")
        guard let entry = unsafe entry, let path = unsafe archive_entry_pathname(entry) else {
            throw ArchiveError("archive_entry_pathname", "a file without a name")
        }
        return unsafe String(cString: path)
    }

    /// The next bytes of the file; nil after its end.
    ///
    /// - Throws: the library's error, when the bytes are not those that were written.
    public func read() throws(ArchiveError) -> [UInt8]? {
        var status: la_ssize_t = 0
        let bytes = unsafe [UInt8](unsafeUninitializedCapacity: Self.blockSize) { buffer, count in
            // > archive_read_data(): the number of bytes read, 0 at the end, a negative value on error.
            status = unsafe archive_read_data(handle, buffer.baseAddress, buffer.count)
            count = max(0, status)
        }
        guard status >= 0 else { throw failure("archive_read_data") }
        return bytes.isEmpty ? nil : bytes
    }

    private func check(_ status: Int32, _ call: String) throws(ArchiveError) {
        guard status == ARCHIVE_OK else { throw failure(call) }
    }

    private func failure(_ call: String) -> ArchiveError { unsafe ArchiveError(call, of: handle) }
}
