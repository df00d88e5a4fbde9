import Accounting
import French
import Web

/// The days that a field takes; any other is a slip of the pen.
struct DayLimits {
    private let days: ClosedRange<Day>
    /// What to say of a day before the first, when that one needs no naming.
    private var early: String?
    /// What to say of a day after the last.
    private var late: String?

    /// The day of a supply: what is five years old can no longer be claimed (code de commerce article L110-4), and nobody
    /// invoices what is two years ahead.
    static func supply(_ today: Day) -> DayLimits {
        DayLimits(days: today.adding(days: -5 * year)...today.adding(days: 2 * year))
    }

    /// The day on which money was received: the register is written day by day.
    static func receipt(_ today: Day) -> DayLimits {
        DayLimits(days: today.adding(days: -2 * year)...today, late: "Cette date est dans l’avenir.")
    }

    /// A day to come, today being one.
    static func coming(_ today: Day, years: Int = 2) -> DayLimits {
        DayLimits(days: today...today.adding(days: years * year), early: "Cette date est passée.")
    }

    private static let year = 366

    /// What is wrong with a day.
    fileprivate func objection(to day: Day) -> String? {
        if day < days.lowerBound {
            return early ?? "Cette date est trop ancienne\u{A0}: au plus tôt le \(days.lowerBound.frenchShort)."
        }
        if day > days.upperBound {
            return late ?? "Cette date est trop lointaine\u{A0}: au plus tard le \(days.upperBound.frenchShort)."
        }
        return nil
    }
}

extension Typed {
    /// A day typed by hand: every form reads it here, so that none takes the year 1 for a date.
    ///
    /// - Parameters:
    ///   - name: the field's name.
    ///   - limits: the days it takes.
    ///   - missing: what to say when it is empty; nil when it may be.
    /// - Returns: the day; nil when there is none, or it says what is wrong.
    mutating func day(_ name: String, _ limits: DayLimits, missing: String? = nil) -> Day? {
        guard let day = value(name, "Cette date n’existe pas.", Day.init(iso:)) else {
            if let missing, messages[name] == nil { refuse(name, missing) }
            return nil
        }
        guard let objection = limits.objection(to: day) else { return day }
        refuse(name, objection)
        return nil
    }
}
