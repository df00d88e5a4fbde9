import Store
import Web

/// Reminders: what is proposed, and what is done about it; their texts stand in « Mon entreprise ».
enum RemindersRoute: Equatable {
    case proposals
    case remind(Int64)
    case skip(Int64)

    init?(_ asked: Asked) {
        let id = asked.words.first.flatMap(Route.id)
        switch (asked.isPage, asked.words.count, id) {
        case (true, 0, _): self = .proposals
        case (false, 1, let id?): self = .remind(id)
        case (false, 2, let id?) where asked.words[1] == "ignorer": self = .skip(id)
        default: return nil
        }
    }
}

extension Dashboard {
    func reminders(_ desk: Desk, _ visit: Visit, _ route: RemindersRoute) throws -> Response {
        switch route {
        case .proposals: try reminderProposals(desk)
        case .remind(let id): try remind(desk, visit, id)
        case .skip(let id): try skipReminder(desk, visit, id)
        }
    }
}
