import Store
import Web

/// The tab « Données » and what is done there.
enum DataRoute: Equatable {
    case page
    case archive
    case clientTemplate
    case readClients
    case importClients

    init?(_ asked: Asked) {
        let route: DataRoute? =
            switch (asked.isPage, asked.words) {
            case (true, []): .page
            case (true, ["archive.zip"]): .archive
            case (true, ["clients", "modele.csv"]): .clientTemplate
            case (false, ["clients"]): .readClients
            case (false, ["clients", "importer"]): .importClients
            default: nil
            }
        guard let route else { return nil }
        self = route
    }
}

extension Dashboard {
    func data(_ desk: Desk, _ visit: Visit, _ route: DataRoute) throws -> Response {
        switch route {
        case .page: dataPage(desk, visit)
        case .archive: try archive(desk, visit)
        case .clientTemplate: clientTemplate()
        case .readClients: try readClients(desk, visit)
        case .importClients: try importClients(desk, visit)
        }
    }
}
