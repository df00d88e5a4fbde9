public import Accounting

extension RegisterPeriod {
    /// The period as a title has it: "novembre 2026", "4e trimestre 2026", "année 2026", "tout le registre".
    public var french: String {
        switch self {
        case .month(let year, let month): "\(Self.monthName(month)) \(year)"
        case .quarter(let year, let quarter): "\(Self.ordinal(quarter)) trimestre \(year)"
        case .year(let year): "année \(year)"
        case .all: "tout le registre"
        }
    }

    /// The name of a month, 1 to 12.
    public static func monthName(_ month: Int) -> String { Day.months[month - 1] }

    private static func ordinal(_ number: Int) -> String { number == 1 ? "1er" : "\(number)e" }
}

extension DeclarationRhythm {
    /// How often, as a freelancer says it.
    public var french: String {
        switch self {
        case .month: "chaque mois"
        case .quarter: "chaque trimestre"
        }
    }
}
