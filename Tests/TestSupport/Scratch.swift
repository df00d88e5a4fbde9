import Foundation

/// A directory of one test's own, removed with it.
public final class Scratch {
    /// Where it is.
    public let path: String

    /// Makes the directory.
    public init() throws {
        // A short name, because the path of a socket has under 108 bytes.
        path = "/tmp/needme-\(UUID().uuidString.prefix(13))"
        try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: false)
    }

    deinit { try? FileManager.default.removeItem(atPath: path) }

    /// A path in the directory that nothing has yet.
    public func newPath() -> String { "\(path)/\(UUID().uuidString.prefix(8))" }

    /// Writes bytes to a new file and says where.
    public func file(_ bytes: some Sequence<UInt8>) throws -> String {
        let file = newPath()
        try Data(bytes).write(to: URL(fileURLWithPath: file))
        return file
    }
}
