public import Accounting

extension Day {
    /// The date as it stands in a table: "12/05/2026".
    public var frenchShort: String {
        twoDigits(day) + "/" + twoDigits(month) + "/" + String(year)
    }

    /// The date as it stands in a sentence: "12 mai 2026", "1er mai 2026".
    public var frenchLong: String {
        (day == 1 ? "1er" : String(day)) + "\u{A0}" + Self.months[month - 1] + "\u{A0}" + String(year)
    }

    static let months = [
        "janvier", "février", "mars", "avril", "mai", "juin", "juillet", "août", "septembre", "octobre", "novembre",
        "décembre",
    ]
}

extension CalendarPeriod {
    /// The period by its name: "novembre 2026", "4e trimestre 2026", "2026".
    public var french: String {
        switch kind {
        case .month: Day.months[firstMonth - 1] + "\u{A0}" + String(year)
        case .quarter: (quarter == 1 ? "1er" : "\(quarter)e") + "\u{A0}trimestre\u{A0}" + String(year)
        case .year: String(year)
        }
    }
}

extension ParisTime {
    /// The moment as it stands in a list: "12/05/2026 à 14:02".
    public var french: String {
        day.frenchShort + " à " + clock
    }

    /// The moment as it stands in a sentence of that day, "à 14:02", or of another: "le 12/05/2026 à 14:02".
    public func french(on today: Day) -> String {
        day == today ? "à " + clock : "le " + french
    }

    private var clock: String { twoDigits(hour) + ":" + twoDigits(minute) }
}

private func twoDigits(_ number: Int) -> String {
    (number < 10 ? "0" : "") + String(number)
}
