/// An instant in the two notations that a document's properties want, both in universal time.
struct CalendarTime {
    private let date: (year: Int64, month: Int64, day: Int64)
    private let second: Int64

    /// The instant, by its seconds since 1970-01-01T00:00:00Z.
    init(_ seconds: Int64) {
        let day = (seconds >= 0 ? seconds : seconds - 86_399) / 86_400
        second = seconds - day * 86_400
        // Howard Hinnant, "chrono-compatible low-level date algorithms", civil_from_days; years begin in March.
        let shifted = day + 719_468
        let era = (shifted >= 0 ? shifted : shifted - 146_096) / 146_097
        let dayOfEra = shifted - era * 146_097
        let yearOfEra = (dayOfEra - dayOfEra / 1_460 + dayOfEra / 36_524 - dayOfEra / 146_096) / 365
        let dayOfYear = dayOfEra - (365 * yearOfEra + yearOfEra / 4 - yearOfEra / 100)
        let shiftedMonth = (5 * dayOfYear + 2) / 153
        let month = shiftedMonth < 10 ? shiftedMonth + 3 : shiftedMonth - 9
        let year = yearOfEra + era * 400 + (month <= 2 ? 1 : 0)
        date = (year, month, dayOfYear - (153 * shiftedMonth + 2) / 5 + 1)
    }

    /// As the Info dictionary has it (ISO 32000-1 §7.9.4): `D:20260804100000Z`.
    var pdf: String { "D:" + digits(date.year, 4) + fields.joined() + "Z" }

    /// As XMP has it (ISO 8601): `2026-08-04T10:00:00Z`.
    var xmp: String {
        let fields = fields
        return digits(date.year, 4) + "-" + fields[0] + "-" + fields[1] + "T" + fields[2...].joined(separator: ":") + "Z"
    }

    private var fields: [String] {
        [date.month, date.day, second / 3_600, second / 60 % 60, second % 60].map { digits($0, 2) }
    }

    private func digits(_ value: Int64, _ count: Int) -> String {
        let text = String(value)
        return String(repeating: "0", count: max(0, count - text.count)) + text
    }
}
