/// How long clients take to pay.
public enum PaymentDelay {
    /// The median of some numbers of days, rounded up; nil without any.
    public static func median(of days: [Int]) -> Int? {
        guard !days.isEmpty else { return nil }
        let sorted = days.sorted()
        let (low, high) = (sorted[(days.count - 1) / 2], sorted[days.count / 2])
        return low + (high - low + 1) / 2
    }
}
