import Glibc

/// Where one process counts: the first file of its role that no other process holds.
///
/// A process that dies lets go of its file, and the next one goes on adding there: the sum over a role's files never
/// falls, and there are never more files than there were processes at once. Nothing is waited for on the way.
@safe final class CountsFile {
    private let path: String
    private let descriptor: Int32
    private var counts: Counts

    /// The first free file of a role under a folder.
    convenience init(of role: String, under directory: String) throws(UnreadableFile) {
        let folder = Folder(path: directory + "/" + role)
        try folder.make()
        var number = 1
        while true {
            let path = "\(folder.path)/\(number)"
            // > O_CLOEXEC: the lock belongs to the open file description, and goes with its last descriptor (flock(2)).
            let descriptor = unsafe open(path, O_RDWR | O_CREAT | O_CLOEXEC, 0o600)
            guard descriptor >= 0 else { throw UnreadableFile(path: path, errno: errno) }
            if flock(descriptor, LOCK_EX | LOCK_NB) == 0 {
                self.init(path: path, owning: descriptor)
                try readBefore()
                return
            }
            let failure = errno
            _ = close(descriptor)
            // > EWOULDBLOCK: the file is locked and the LOCK_NB flag was selected.
            guard failure == EWOULDBLOCK else { throw UnreadableFile(path: path, errno: failure) }
            number += 1
        }
    }

    private init(path: String, owning descriptor: Int32) {
        self.path = path
        self.descriptor = descriptor
        counts = Counts()
    }

    deinit {
        // Everything was written when it was counted.
        _ = close(descriptor)
    }

    /// Counts one.
    func add(_ event: Counts.Event) throws(UnreadableFile) {
        let (bytes, offset) = counts.add(event)
        try write(bytes, at: offset)
    }

    private func readBefore() throws(UnreadableFile) {
        counts = Counts(try FileBytes(path: path).bytes)
        // The whole page has its place from now on: a disk that is full later refuses no count.
        try write(counts.bytes, at: 0)
    }

    private func write(_ bytes: [UInt8], at offset: Int) throws(UnreadableFile) {
        let count = unsafe bytes.withUnsafeBytes { buffer in
            unsafe pwrite(descriptor, buffer.baseAddress, buffer.count, off_t(offset))
        }
        guard count == bytes.count else { throw UnreadableFile(path: path, errno: count < 0 ? errno : ENOSPC) }
    }
}

extension CountsFile {
    /// What all processes of each role have counted under a folder, those that are gone included.
    ///
    /// Where there is no folder yet, as before any role has started, nothing was counted.
    static func sums(under directory: String) throws(UnreadableFile) -> [(role: String, counts: Counts)] {
        var sums: [(role: String, counts: Counts)] = []
        for role in try roles(under: directory) {
            let folder = "\(directory)/\(role)"
            var sum = Counts()
            for name in try Folder(path: folder).names {
                sum = sum + Counts(try FileBytes(path: "\(folder)/\(name)").bytes)
            }
            sums.append((role, sum))
        }
        return sums
    }

    private static func roles(under directory: String) throws(UnreadableFile) -> [String] {
        do throws(UnreadableFile) {
            return try Folder(path: directory).names
        } catch  where error.errno == ENOENT {
            return []
        }
    }
}

extension Configuration {
    /// Where the processes of all roles count, a folder for each; without it, nothing is counted.
    var countsDirectory: String? { optional("NEEDME_COUNTS_DIRECTORY") }

    /// Where this process counts.
    func countsFile(of role: String) throws(ConfigurationError) -> CountsFile? {
        guard let directory = countsDirectory else { return nil }
        do {
            return try CountsFile(of: role, under: directory)
        } catch {
            throw ConfigurationError(
                variable: "NEEDME_COUNTS_DIRECTORY",
                problem: "cannot be used: \(error)",
                expected: "a folder in which the role may write, or nothing"
            )
        }
    }
}
