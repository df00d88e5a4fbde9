import Accounting
import Glibc

/// The time of the machine.
enum Clock {
    static func now() -> Instant {
        var time = timespec()
        let code = unsafe clock_gettime(CLOCK_REALTIME, &time)
        precondition(code == 0, "The machine has a clock.")
        return Instant(microseconds: Int64(time.tv_sec) * 1_000_000 + Int64(time.tv_nsec) / 1_000)
    }
}
