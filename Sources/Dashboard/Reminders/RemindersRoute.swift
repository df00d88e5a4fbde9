import Store
import Web

/// Reminders: what is proposed, the texts, and the switch.
enum RemindersRoute: Equatable {
    case proposals
    case keepTexts
    case remind(Int64)

    init?(_ asked: Asked) {
        switch (asked.isPage, asked.words.count) {
        case (true, 0): self = .proposals
        case (false, 1) where asked.words == ["textes"]: self = .keepTexts
        case (false, 1):
            guard let id = Route.id(asked.words[0]) else { return nil }
            self = .remind(id)
        default: return nil
        }
    }
}

extension Dashboard {
    func reminders(_ desk: Desk, _ visit: Visit, _ route: RemindersRoute) throws -> Response {
        switch route {
        case .proposals:
            try reminders(desk, ReminderInput(try reader.reminderTexts(of: desk.companyID), try company(desk).seller))
        case .keepTexts: try keepTexts(desk, visit)
        case .remind(let id): try remind(desk, id)
        }
    }
}
