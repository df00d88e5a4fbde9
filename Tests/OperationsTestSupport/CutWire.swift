import Foundation
import Glibc
public import MariaDB
import Synchronization

/// A wire to the database that breaks at one statement, as it does for a process that is killed there.
///
/// It stands between the client and the server's socket, and counts what the client asks.
public final class CutWire: Sendable {
    /// When the wire breaks.
    public enum Moment: Sendable, CaseIterable {
        /// The server never hears the statement.
        case before
        /// The server has done it; its answer is lost.
        case after
    }

    /// What is counted up to the break.
    public enum Counted: Sendable, CaseIterable {
        /// Everything the client asks.
        case statements
        /// Only what makes a transaction last.
        case commits
    }

    private let scratch: String
    private let listener: Int32
    private let server: String
    private let statement: Int
    private let counted: Counted
    private let moment: Moment
    private let heard = Mutex(0)

    /// A wire that breaks at the statement of this number, counted from 1 once the client has logged in.
    public init(
        to settings: ConnectionSettings,
        at statement: Int,
        _ moment: Moment,
        counting counted: Counted = .statements
    ) throws {
        guard case .socket(let path) = settings.address else { throw StoryError(reason: "no socket") }
        server = path
        self.statement = statement
        self.counted = counted
        self.moment = moment
        scratch = "/tmp/needme-wire-\(UUID().uuidString.prefix(13))"
        listener = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        let bound = unsafe withAddress(scratch) { address, length in unsafe bind(listener, address, length) }
        guard bound == 0, listen(listener, 4) == 0 else { throw StoryError(reason: "no wire") }
        Thread.detachNewThread { [listener, self] in
            while case let client = accept(listener, nil, nil), client >= 0 {
                // A process that was killed does not come back.
                if self.isCut { Glibc.close(client) } else { self.carry(client) }
            }
            // Here, where nobody waits on it any more: its number is soon another wire's.
            Glibc.close(listener)
        }
    }

    /// Whether the statement was reached.
    public var isCut: Bool { heard.withLock { $0 >= statement } }

    /// Breaks for good.
    public func close() {
        shutdown(listener, Int32(SHUT_RDWR))
        unsafe unlink(scratch)
    }

    /// Settings to enter the database through the wire.
    public func settings(from settings: ConnectionSettings) -> ConnectionSettings {
        var settings = settings
        settings.address = .socket(path: scratch)
        return settings
    }

    /// Carries one connection until either side ends, or until the wire breaks.
    private func carry(_ client: Int32) {
        let upstream = socket(AF_UNIX, Int32(SOCK_STREAM.rawValue), 0)
        defer {
            Glibc.close(client)
            Glibc.close(upstream)
        }
        guard unsafe withAddress(server, { address, length in unsafe connect(upstream, address, length) }) == 0 else {
            return
        }
        var isLastAnswer = false
        var sides = [
            pollfd(fd: client, events: Int16(POLLIN), revents: 0),
            pollfd(fd: upstream, events: Int16(POLLIN), revents: 0),
        ]
        while unsafe poll(&sides, 2, -1) > 0 {
            if sides[1].revents != 0 {
                guard let bytes = receive(upstream), !isLastAnswer, write(bytes, to: client) else { return }
            }
            if sides[0].revents != 0 {
                guard let bytes = receive(client) else { return }
                if isBreaking(bytes) {
                    if moment == .before { return }
                    isLastAnswer = true
                }
                guard write(bytes, to: upstream) else { return }
            }
        }
    }

    /// Whether these bytes hold the statement at which the wire breaks.
    ///
    /// A packet is three bytes of length, one of sequence and the rest; a request begins at sequence 0, with its command:
    /// 3 a statement as text, 22 one to prepare, 23 a prepared one. The client sends each whole.
    private func isBreaking(_ bytes: [UInt8]) -> Bool {
        var rest = bytes[...]
        while rest.count > 4 {
            let start = rest.startIndex
            let length = Int(rest[start]) | Int(rest[start + 1]) << 8 | Int(rest[start + 2]) << 16
            if rest[start + 3] == 0, isCounted(rest[(start + 4)...].prefix(length)) {
                let number = heard.withLock { heard in
                    heard += 1
                    return heard
                }
                if number == statement { return true }
            }
            rest = rest.dropFirst(4 + length)
        }
        return false
    }

    private func isCounted(_ request: ArraySlice<UInt8>) -> Bool {
        switch counted {
        case .statements: [3, 22, 23].contains(request.first)
        case .commits: request.elementsEqual([3] + "COMMIT".utf8)
        }
    }
}

private func withAddress<Value>(_ path: String, _ body: (UnsafePointer<sockaddr>, socklen_t) -> Value) -> Value {
    var address = sockaddr_un()
    address.sun_family = sa_family_t(AF_UNIX)
    unsafe withUnsafeMutableBytes(of: &address.sun_path) { unsafe $0.copyBytes(from: path.utf8) }
    return unsafe withUnsafePointer(to: &address) { pointer in
        unsafe pointer.withMemoryRebound(to: sockaddr.self, capacity: 1) { pointer in
            unsafe body(pointer, socklen_t(MemoryLayout<sockaddr_un>.size))
        }
    }
}

private func receive(_ descriptor: Int32) -> [UInt8]? {
    var bytes = [UInt8](repeating: 0, count: 65_536)
    let count = unsafe read(descriptor, &bytes, bytes.count)
    return count > 0 ? Array(bytes.prefix(count)) : nil
}

private func write(_ bytes: [UInt8], to descriptor: Int32) -> Bool {
    var rest = bytes[...]
    while !rest.isEmpty {
        let count = unsafe rest.withUnsafeBytes {
            unsafe send(descriptor, $0.baseAddress, $0.count, Int32(MSG_NOSIGNAL))
        }
        guard count > 0 else { return false }
        rest = rest.dropFirst(count)
    }
    return true
}
