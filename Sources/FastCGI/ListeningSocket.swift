import CFastCGI
import Glibc

/// The socket on which nginx knocks; it never blocks.
struct ListeningSocket: ~Copyable {
    private let owned: Descriptor
    var descriptor: Int32 { owned.number }

    /// Opens a Unix socket at this path, in place of a socket left there by a former run.
    init(path: String) throws(ListenerError) {
        try Self.checks(path)
        // Calls unlink(2) on the path first, then bind(2) and listen(2).
        let opened = unsafe FCGX_OpenSocket(path, SOMAXCONN)
        guard opened >= 0 else { throw ListenerError(code: errno, "opening the socket \(path)") }
        try self.init(owning: opened)
    }

    /// The socket that the process was started with, as descriptor 0.
    static func inherited() throws(ListenerError) -> ListeningSocket {
        try ListeningSocket(owning: STDIN_FILENO)
    }

    /// Several processes may share the socket: all wake for one connection, one gets it, and the others must go back
    /// to wait for the next one or for the end, not inside `accept`.
    private init(owning number: Int32) throws(ListenerError) {
        owned = Descriptor(owning: number)
        var listens: Int32 = 0
        var size = socklen_t(MemoryLayout<Int32>.size)
        guard unsafe getsockopt(number, SOL_SOCKET, SO_ACCEPTCONN, &listens, &size) == 0, listens != 0 else {
            throw ListenerError(code: errno, "descriptor \(number) is not a listening socket: use spawn-fcgi or a path")
        }
        let flags = fcntl(number, F_GETFL)
        guard flags >= 0, fcntl(number, F_SETFL, flags | O_NONBLOCK) == 0 else {
            throw ListenerError(code: errno, "making the socket non-blocking")
        }
    }

    /// Refuses what FCGX_OpenSocket would misread: a colon makes it listen on TCP, it calls `exit` on a long path, and it
    /// removes whatever is there.
    private static func checks(_ path: String) throws(ListenerError) {
        guard !path.isEmpty, !path.utf8.contains(UInt8(ascii: ":")), path.utf8.count < longestPath else {
            throw ListenerError(code: EINVAL, "a socket path has no colon and under \(longestPath) bytes: \(path)")
        }
        var found = stat()
        if unsafe lstat(path, &found) == 0 {
            guard found.st_mode & S_IFMT == S_IFSOCK else {
                throw ListenerError(code: EEXIST, "\(path) is there and is not a socket")
            }
        } else if errno != ENOENT {
            throw ListenerError(code: errno, "looking for \(path)")
        }
    }

    /// The size of `sun_path`, its final zero included (unix(7)).
    private static let longestPath = MemoryLayout.size(ofValue: sockaddr_un().sun_path)
}
