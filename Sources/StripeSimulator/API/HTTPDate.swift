import Accounting

extension Instant {
    /// As `Date` has it (RFC 9110 §5.6.7): "Wed, 18 Nov 2026 11:06:40 GMT".
    var httpDate: String {
        let day = Day(number: seconds / 86_400)
        let (weekday, month) = (Self.weekdays[Int(day.number % 7)], Self.months[day.month - 1])
        let clock = [seconds / 3_600 % 24, seconds / 60 % 60, seconds % 60].map(Self.twoDigits).joined(separator: ":")
        return "\(weekday), \(Self.twoDigits(Int64(day.day))) \(month) \(day.year) \(clock) GMT"
    }

    /// 1 January 1970 was a Thursday.
    private static let weekdays = ["Thu", "Fri", "Sat", "Sun", "Mon", "Tue", "Wed"]
    private static let months = ["Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec"]

    private static func twoDigits(_ number: Int64) -> String { number < 10 ? "0\(number)" : "\(number)" }
}
