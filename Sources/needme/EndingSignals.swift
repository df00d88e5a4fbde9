import Glibc

/// SIGTERM and SIGINT, held back so that they end the program only between two pieces of work.
struct EndingSignals {
    private let descriptor: Int32

    /// Blocks the signals and opens a descriptor that becomes readable when one comes (signalfd(2)).
    init() throws {
        var signals = sigset_t()
        guard unsafe sigemptyset(&signals) == 0, unsafe sigaddset(&signals, SIGTERM) == 0,
            unsafe sigaddset(&signals, SIGINT) == 0, unsafe sigprocmask(SIG_BLOCK, &signals, nil) == 0
        else { throw SystemError(call: "sigprocmask", errno: errno) }
        descriptor = unsafe signalfd(-1, &signals, 0)
        guard descriptor >= 0 else { throw SystemError(call: "signalfd", errno: errno) }
    }

    /// Waits for a signal; true when one came.
    func came(withinMilliseconds limit: Int32) -> Bool {
        var poll = pollfd(fd: descriptor, events: Int16(POLLIN), revents: 0)
        return unsafe Glibc.poll(&poll, 1, limit) > 0
    }
}

/// A call of the system that failed.
struct SystemError: Error, CustomStringConvertible {
    let call: String
    let errno: Int32

    var description: String { unsafe "\(call): \(String(cString: strerror(errno)))" }
}
