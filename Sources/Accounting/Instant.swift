/// A moment, in microseconds since 1 January 1970 at midnight UTC, as the database keeps it.
public struct Instant: Sendable, Hashable, Comparable {
    /// Microseconds since the epoch.
    public let microseconds: Int64

    /// A moment.
    public init(microseconds: Int64) {
        self.microseconds = microseconds
    }

    /// A moment on a whole second.
    public init(seconds: Int64) {
        microseconds = seconds * 1_000_000
    }

    /// Whole seconds since the epoch, rounded down.
    public var seconds: Int64 {
        microseconds.flooredDivision(by: 1_000_000)
    }

    /// The moment so many seconds later, or earlier when negative.
    public func adding(seconds: Int64) -> Instant {
        Instant(microseconds: microseconds + seconds * 1_000_000)
    }

    /// The earlier moment comes first.
    public static func < (left: Instant, right: Instant) -> Bool { left.microseconds < right.microseconds }
}
