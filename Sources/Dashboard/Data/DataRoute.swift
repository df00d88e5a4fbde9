import Store
import Web

/// The tab « Données » and what is done there.
enum DataRoute: Equatable {
    case page
    case archive

    init?(_ asked: Asked) {
        let route: DataRoute? =
            switch (asked.isPage, asked.words) {
            case (true, []): .page
            case (true, ["archive.zip"]): .archive
            default: nil
            }
        guard let route else { return nil }
        self = route
    }
}

extension Dashboard {
    func data(_ desk: Desk, _ visit: Visit, _ route: DataRoute) throws -> Response {
        switch route {
        case .page: dataPage(desk)
        case .archive: try archive(desk, visit)
        }
    }
}
