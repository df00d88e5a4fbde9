import Web

/// What happened, and reading it.
enum NotificationsRoute: Equatable {
    case list
    case markRead

    init?(_ asked: Asked) {
        switch (asked.isPage, asked.words) {
        case (true, []): self = .list
        case (false, ["lues"]): self = .markRead
        default: return nil
        }
    }
}

extension Dashboard {
    func notifications(_ desk: Desk, _ visit: Visit, _ route: NotificationsRoute) throws -> Response {
        switch route {
        case .list: try notifications(desk, visit)
        case .markRead: try markNotificationsRead(desk)
        }
    }
}
