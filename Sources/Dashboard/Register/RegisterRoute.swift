import Web

/// The register's pages and files, and what is done there.
enum RegisterRoute: Equatable {
    case page
    case verification
    case sheet
    case paper
    case chooseDeclaration

    init?(_ asked: Asked) {
        let route: RegisterRoute? =
            switch (asked.isPage, asked.words) {
            case (true, []): .page
            case (true, ["verification"]): .verification
            case (true, ["registre.csv"]): .sheet
            case (true, ["registre.pdf"]): .paper
            case (false, ["declaration"]): .chooseDeclaration
            default: nil
            }
        guard let route else { return nil }
        self = route
    }
}

extension Dashboard {
    func register(_ desk: Desk, _ visit: Visit, _ route: RegisterRoute) throws -> Response {
        switch route {
        case .page: try registerPage(desk, visit)
        case .verification: try registerVerification(desk)
        case .sheet: try registerSheet(desk, visit)
        case .paper: try registerPaper(desk, visit)
        case .chooseDeclaration: try chooseDeclaration(desk, visit)
        }
    }
}
