import Accounting

/// Whether our clock agrees with another: signatures, sessions and certificates depend on it.
struct CheckClock {
    /// By how much clocks may differ, in seconds: Stripe's signatures allow for 300.
    static let tolerance: Int64 = 5

    let ours: Instant
    let theirs: Instant
    /// Whose the other is.
    let name: String

    var findings: [Finding] {
        let difference = ours.seconds - theirs.seconds
        guard abs(difference) > Self.tolerance else { return [.ok("clock", "agrees with \(name)")] }
        return [
            .wrong(
                "clock",
                "\(abs(difference)) s \(difference > 0 ? "ahead of" : "behind") \(name)",
                cure: "have both machines keep the time: timedatectl set-ntp true"
            )
        ]
    }
}

extension Instant {
    /// Reads a `Date` (RFC 9110 §5.6.7), "Wed, 18 Nov 2026 11:06:40 GMT".
    init?(httpDate text: String) {
        let words = text.split(separator: " ")
        guard words.count == 6, words[5] == "GMT", let day = Int(words[1]), let year = Int(words[3]),
            let month = Self.months.firstIndex(of: words[2]),
            let date = Day(year: year, month: month + 1, day: day)
        else { return nil }
        let clock = words[4].split(separator: ":").compactMap { Int64($0) }
        guard clock.count == 3, (0...23).contains(clock[0]), (0...59).contains(clock[1]), (0...60).contains(clock[2])
        else { return nil }
        self.init(seconds: date.number * 86_400 + clock[0] * 3_600 + clock[1] * 60 + clock[2])
    }

    private static let months: [Substring] = [
        "Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec",
    ]
}
