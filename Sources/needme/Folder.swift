import Glibc

/// A folder of the disk.
struct Folder {
    let path: String

    /// The names of what it holds, in their order.
    var names: [String] {
        get throws(UnreadableFile) {
            guard let folder = unsafe opendir(path) else { throw UnreadableFile(path: path, errno: errno) }
            defer { unsafe _ = closedir(folder) }
            var names: [String] = []
            while let entry = unsafe readdir(folder) {
                let name = unsafe withUnsafePointer(to: &entry.pointee.d_name) { name in
                    unsafe name.withMemoryRebound(to: CChar.self, capacity: 256) { unsafe String(cString: $0) }
                }
                if name != ".", name != ".." { names.append(name) }
            }
            return names.sorted()
        }
    }

    /// Makes it unless it is there; the folder above must be.
    func make() throws(UnreadableFile) {
        guard unsafe mkdir(path, 0o755) == 0 || errno == EEXIST else { throw UnreadableFile(path: path, errno: errno) }
    }
}
