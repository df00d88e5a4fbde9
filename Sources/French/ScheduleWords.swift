import Accounting
public import Invoicing

extension ScheduleState {
    /// How the seller is told.
    public var forSeller: StatusWord {
        switch self {
        case .active: StatusWord(word: "Active", sign: "↻", tone: "paid")
        case .paused: StatusWord(word: "En pause", sign: "‖", tone: "due-soon")
        case .stopped: StatusWord(word: "Terminée", sign: "■", tone: "cancelled")
        }
    }
}

extension ScheduleTrouble {
    /// What the seller does about it.
    public var french: String {
        switch self {
        case .cannotBeIssued:
            "La facture n’a pas pu être émise\u{A0}: il manque une mention obligatoire, ou la TVA des lignes ne "
                + "correspond plus à votre régime. Corrigez, puis reprenez."
        case .noAddress: "Le client n’a pas d’adresse e-mail. Complétez sa fiche, puis reprenez."
        case .tooLate: "Plus de trois échéances ont été manquées d’affilée\u{A0}: vérifiez, puis reprenez."
        }
    }
}

extension Rhythm {
    /// When it happens: "Le 1er de chaque mois", "Tous les 3 mois, le 31 ou le dernier jour du mois".
    public var french: String {
        switch (unit, every) {
        case (.week, 1): "Chaque \(weekday)"
        case (.week, _): "Toutes les \(every) semaines, le \(weekday)"
        case (.month, 1): "Le \(dayOfMonth) de chaque mois\(shortMonths)"
        case (.month, _): "Tous les \(every) mois, le \(dayOfMonth)\(shortMonths)"
        case (.year, 1): "Chaque année, le \(dayOfYear)"
        case (.year, _): "Tous les \(every) ans, le \(dayOfYear)"
        }
    }

    private var weekday: String {
        // 1 January 1970 was a Thursday.
        let names = ["jeudi", "vendredi", "samedi", "dimanche", "lundi", "mardi", "mercredi"]
        return names[Int(((first.number % 7) + 7) % 7)]
    }

    private var dayOfMonth: String { first.day == 1 ? "1er" : String(first.day) }

    private var shortMonths: String { first.day > 28 ? ", ou son dernier jour s’il est plus court" : "" }

    /// "1er mars", without its year.
    private var dayOfYear: String { first.frenchLong.split(separator: "\u{A0}").dropLast().joined(separator: "\u{A0}") }
}
