import Glibc

/// SIGTERM and SIGINT, waited for instead of handled: a delivery in hand is finished first.
struct EndSignal {
    private var signals = sigset_t()
    private var hasCome = false

    /// From now on both signals wait until somebody asks for them.
    init() {
        unsafe sigemptyset(&signals)
        unsafe sigaddset(&signals, SIGTERM)
        unsafe sigaddset(&signals, SIGINT)
        unsafe sigprocmask(SIG_BLOCK, &signals, nil)
    }

    /// Sleeps that long, or until one of them comes; true once it has.
    mutating func came(withinMilliseconds milliseconds: Int) -> Bool {
        if hasCome { return true }
        var pause = timespec(tv_sec: 0, tv_nsec: milliseconds * 1_000_000)
        hasCome = unsafe sigtimedwait(&signals, nil, &pause) > 0
        return hasCome
    }
}
