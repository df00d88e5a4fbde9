import Foundation

/// A named pipe on which a server that a test started says one thing, its port, once it listens.
public final class Announcement {
    /// Where the server writes.
    public let path: String

    /// Makes the pipe.
    public init(in scratch: Scratch) {
        path = scratch.newPath()
        unsafe mkfifo(path, 0o600)
    }

    /// What the server said; waits for it, and for the server to close the pipe.
    public func text() -> String {
        // Opening a named pipe waits for its other end.
        let pipe = unsafe open(path, O_RDONLY | O_CLOEXEC)
        defer { close(pipe) }
        var said: [UInt8] = []
        var byte: UInt8 = 0
        while unsafe read(pipe, &byte, 1) == 1 { said.append(byte) }
        return String(decoding: said, as: UTF8.self)
    }
}
