import CFastCGI
import Glibc

/// The signals that end the process, read as data: they are never delivered, so they interrupt nothing and none is lost.
///
/// The usual way — a handler sets a flag, the loop looks at the flag, then calls `accept` — has a hole: a signal that
/// arrives between the look and the call finds no `accept` to interrupt, and the process waits for one more request
/// before it ends. libfcgi has that hole (os_unix.c says "There's a window here") and a second one: with its handler a
/// SIGTERM makes the `read` of a long body, or the `write` of a long answer, fail with EINTR, and libfcgi takes that for
/// the end of the connection. So the signals stay blocked for ever, and `signalfd` makes a pending one readable:
/// `poll` waits for a request and for the end at once. A signal sent at any moment stays pending until the next `poll`,
/// which sees it. Nothing else in the loop waits for a request, since the socket does not block.
public struct EndSignal: ~Copyable {
    private let descriptor: Descriptor

    /// Blocks the signals in this thread; call it before `FCGX_Init`, whose handlers then never run.
    ///
    /// - Throws: the system's refusal.
    public init() throws(ListenerError) {
        var signals = sigset_t()
        unsafe sigemptyset(&signals)
        // SIGINT is Ctrl-C; libfcgi would take SIGUSR1 as a wish to end; multiwatch 1.0.0, told TERM, sends SIGQUIT.
        for signal in [SIGTERM, SIGINT, SIGUSR1, SIGQUIT] { unsafe sigaddset(&signals, signal) }
        // > The use of sigprocmask() is unspecified in a multithreaded process; see pthread_sigmask(3).
        let failure = unsafe pthread_sigmask(SIG_BLOCK, &signals, nil)
        guard failure == 0 else { throw ListenerError(code: failure, "blocking SIGTERM") }
        let opened = unsafe signalfd(-1, &signals, Int32(SFD_CLOEXEC))
        guard opened >= 0 else { throw ListenerError(code: errno, "opening a signalfd") }
        descriptor = Descriptor(owning: opened)
    }

    /// Rests that long, or until the process must end, which is true: for processes that answer no request.
    ///
    /// - Throws: the system's refusal.
    public borrowing func came(withinMilliseconds milliseconds: Int) throws(ListenerError) -> Bool {
        var awaited = pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0)
        while unsafe poll(&awaited, 1, Int32(milliseconds)) < 0 {
            guard errno == EINTR else { throw ListenerError(code: errno, "waiting for the end") }
        }
        return awaited.revents != 0
    }

    /// Waits until the socket has a connection, which is true, or the process must end, which is false.
    borrowing func waits(for socket: borrowing ListeningSocket) throws(ListenerError) -> Bool {
        var awaited = [
            pollfd(fd: descriptor.number, events: Int16(POLLIN), revents: 0),
            pollfd(fd: socket.descriptor, events: Int16(POLLIN), revents: 0),
        ]
        while unsafe poll(&awaited, nfds_t(awaited.count), -1) < 0 {
            // Some other signal: SIGCHLD, a debugger, a stop and its continuation.
            guard errno == EINTR else { throw ListenerError(code: errno, "waiting for a request") }
        }
        return awaited[0].revents == 0
    }
}
