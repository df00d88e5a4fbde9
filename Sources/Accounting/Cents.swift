/// An amount of money in euro cents; every legal amount is one of these, never a fraction.
public struct Cents: Sendable, Hashable, Comparable {
    /// The number of cents; negative for money given back.
    public let value: Int64

    /// An amount of so many cents.
    public init(_ value: Int64) {
        self.value = value
    }

    /// No money.
    public static let zero = Cents(0)

    /// The smaller amount comes first.
    public static func < (left: Cents, right: Cents) -> Bool { left.value < right.value }

    /// The sum.
    public static func + (left: Cents, right: Cents) -> Cents { Cents(left.value + right.value) }

    /// The difference.
    public static func - (left: Cents, right: Cents) -> Cents { Cents(left.value - right.value) }

    /// The opposite amount.
    public static prefix func - (amount: Cents) -> Cents { Cents(-amount.value) }

    /// Adds in place.
    public static func += (left: inout Cents, right: Cents) { left = left + right }
}

extension Sequence<Cents> {
    /// The total of all amounts.
    public var sum: Cents { reduce(.zero, +) }
}
