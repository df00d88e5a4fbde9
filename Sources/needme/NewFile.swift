import Glibc

/// A file that did not exist, for its owner's eyes only.
@safe final class NewFile {
    private let path: String
    private let descriptor: Int32

    init(path: String) throws(UnreadableFile) {
        // > O_EXCL: if pathname already exists, then open() fails with the error EEXIST (open(2)).
        descriptor = unsafe open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC, 0o600)
        self.path = path
        guard descriptor >= 0 else { throw UnreadableFile(path: path, errno: errno) }
    }

    deinit {
        // Whoever wants to know whether it was written has called `end`.
        _ = close(descriptor)
    }

    /// Adds bytes.
    func add(_ bytes: [UInt8]) throws(UnreadableFile) {
        var rest = bytes[...]
        while !rest.isEmpty {
            let count = unsafe rest.withUnsafeBytes { unsafe write(descriptor, $0.baseAddress, $0.count) }
            guard count > 0 else {
                if count < 0, errno == EINTR { continue }
                throw UnreadableFile(path: path, errno: errno)
            }
            rest = rest.dropFirst(count)
        }
    }

    /// Waits until it is on the disk.
    func end() throws(UnreadableFile) {
        guard fsync(descriptor) == 0 else { throw UnreadableFile(path: path, errno: errno) }
    }

    /// Takes it away again: half a file is none.
    func remove() {
        unsafe _ = unlink(path)
    }
}

extension FileBytes {
    /// Writes a file that others read at any moment: they find the former one or this one, whole.
    static func replace(_ path: String, with bytes: [UInt8]) throws(UnreadableFile) {
        let draft = "\(path).\(getpid())"
        let file = try NewFile(path: draft)
        do throws(UnreadableFile) {
            try file.add(bytes)
            try file.end()
            // Whoever collects figures is another user.
            guard unsafe chmod(draft, 0o644) == 0, unsafe rename(draft, path) == 0 else {
                throw UnreadableFile(path: path, errno: errno)
            }
        } catch {
            file.remove()
            throw error
        }
    }
}
