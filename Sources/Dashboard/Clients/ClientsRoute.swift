import Web

/// The list of clients and their pages.
enum ClientsRoute: Equatable {
    case list
    case form(Int64?)
    case save(Int64?)
    case page(Int64)
    case archive(Int64)
    case takeBack(Int64)

    init?(_ asked: Asked) {
        let route: ClientsRoute?
        let id = asked.words.first.flatMap(Route.id)
        switch (asked.isPage, asked.words.count, asked.words.last, id) {
        case (true, 0, _, _): route = .list
        case (_, 1, "nouveau", _): route = asked.isPage ? .form(nil) : .save(nil)
        case (true, 1, _, let id?): route = .page(id)
        case (_, 2, "modifier", let id?): route = asked.isPage ? .form(id) : .save(id)
        case (false, 2, "archiver", let id?): route = .archive(id)
        case (false, 2, "desarchiver", let id?): route = .takeBack(id)
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
        case .page(let id): try clientPage(desk, id)
        case .archive(let id): try archiveClient(desk, id, true)
        case .takeBack(let id): try archiveClient(desk, id, false)
        }
    }
}
