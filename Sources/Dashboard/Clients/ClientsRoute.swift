import Web

/// The list of clients and their pages.
enum ClientsRoute: Equatable {
    case list
    case form(Int64?)
    case save(Int64?)

    init?(_ asked: Asked) {
        let route: ClientsRoute?
        switch (asked.isPage, asked.words.count) {
        case (true, 0): route = .list
        case (_, 1) where asked.words[0] == "nouveau": route = asked.isPage ? .form(nil) : .save(nil)
        case (true, 1): route = Route.id(asked.words[0]).map { .form($0) }
        case (false, 1): route = Route.id(asked.words[0]).map { .save($0) }
        default: route = nil
        }
        guard let route else { return nil }
        self = route
    }
}

extension Dashboard {
    func clients(_ desk: Desk, _ visit: Visit, _ route: ClientsRoute) throws -> Response {
        switch route {
        case .list: try clients(desk, visit)
        case .form(let id): try clientForm(desk, id)
        case .save(let id): try saveClient(desk, visit, id)
        }
    }
}
