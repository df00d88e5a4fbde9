import Web

/// What happened, and reading it.
enum NotificationsRoute: Equatable {
    case list
    case markRead
    case undelivered

    init?(_ asked: Asked) {
        switch (asked.isPage, asked.words) {
        case (true, []): self = .list
        case (false, ["lues"]): self = .markRead
        case (true, ["e-mails-non-remis"]): self = .undelivered
        default: return nil
        }
    }
}

extension Dashboard {
    func notifications(_ desk: Desk, _ visit: Visit, _ route: NotificationsRoute) throws -> Response {
        switch route {
        case .list: try notifications(desk, visit)
        case .markRead: try markNotificationsRead(desk)
        case .undelivered: try undelivered(desk)
        }
    }
}
