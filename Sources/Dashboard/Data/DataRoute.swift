import Store
import Web

/// The tab « Données » and what is done there.
enum DataRoute: Equatable {
    case page
    case archive
    case clientTemplate
    case readClients
    case importClients
    case eraseClientForm(Int64)
    case eraseClient(Int64)
    case closeForm
    case close

    init?(_ asked: Asked) {
        let route: DataRoute? =
            switch (asked.isPage, asked.words) {
            case (true, []): .page
            case (true, ["archive.zip"]): .archive
            case (true, ["clients", "modele.csv"]): .clientTemplate
            case (false, ["clients"]): .readClients
            case (false, ["clients", "importer"]): .importClients
            case (let isPage, let words) where words.count == 3 && words[0] == "clients" && words[2] == "effacer":
                Route.id(words[1]).map { isPage ? .eraseClientForm($0) : .eraseClient($0) }
            case (true, ["fermer"]): .closeForm
            case (false, ["fermer"]): .close
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
        case .clientTemplate: clientTemplate()
        case .readClients: try readClients(desk, visit)
        case .importClients: try importClients(desk, visit)
        case .eraseClientForm(let id): try eraseClientForm(desk, id)
        case .eraseClient(let id): try eraseClient(desk, id)
        case .closeForm: try closeForm(desk)
        case .close: try close(desk, visit)
        }
    }
}
