import Accounting
import Glibc
import Operations

/// A file of the static folder, whose address carries the hash of its content: a changed file has a new address.
struct StaticFile {
    private let name: String
    private let bytes: [UInt8]

    init(_ name: String, in directory: String) throws(UnreadableFile) {
        self.name = name
        bytes = try FileBytes(path: directory + "/" + name).bytes
    }

    /// "/static/needme.3f2a…c1.css": the first twelve digits of the SHA-256.
    var address: String {
        let hash = sha256(bytes).hexadecimal.prefix(12)
        let parts = name.split(separator: ".", maxSplits: 1)
        return "/static/\(parts[0]).\(hash).\(parts[1])"
    }
}

/// The bytes of a file.
struct FileBytes {
    let bytes: [UInt8]

    init(path: String) throws(UnreadableFile) {
        guard let file = unsafe fopen(path, "rb") else { throw UnreadableFile(path: path, errno: errno) }
        defer { unsafe _ = fclose(file) }
        var bytes: [UInt8] = []
        var chunk = [UInt8](repeating: 0, count: 65_536)
        while true {
            let count = unsafe fread(&chunk, 1, chunk.count, file)
            bytes += chunk.prefix(count)
            if count < chunk.count { break }
        }
        guard unsafe ferror(file) == 0 else { throw UnreadableFile(path: path, errno: EIO) }
        self.bytes = bytes
    }
}

/// A file that cannot be read.
struct UnreadableFile: Error, CustomStringConvertible {
    let path: String
    let errno: Int32

    var description: String { unsafe "\(path): \(String(cString: strerror(errno)))" }
}
