import Web

/// The catalogue and its articles.
enum ArticlesRoute: Equatable {
    case catalogue
    case newForm
    case add
    case form(Int64)
    case save(Int64)
    case archive(Int64)
    case offerAgain(Int64)

    init?(_ asked: Asked) {
        guard let route = asked.isPage ? Self.page(asked.words) : Self.gesture(asked.words) else { return nil }
        self = route
    }

    private static func page(_ words: [String]) -> ArticlesRoute? {
        switch words.count {
        case 0: .catalogue
        case 1 where words[0] == "nouveau": .newForm
        case 1: Route.id(words[0]).map { .form($0) }
        default: nil
        }
    }

    private static func gesture(_ words: [String]) -> ArticlesRoute? {
        if words == ["nouveau"] { return .add }
        guard let id = words.first.flatMap(Route.id) else { return nil }
        switch words.dropFirst() {
        case []: return .save(id)
        case ["archiver"]: return .archive(id)
        case ["proposer"]: return .offerAgain(id)
        default: return nil
        }
    }
}

extension Dashboard {
    func articles(_ desk: Desk, _ visit: Visit, _ route: ArticlesRoute) throws -> Response {
        switch route {
        case .catalogue: try catalogue(desk, visit)
        case .newForm: try newArticle(desk)
        case .add: try saveArticle(desk, visit, nil)
        case .form(let id): try articleForm(desk, id)
        case .save(let id): try saveArticle(desk, visit, id)
        case .archive(let id): try archiveArticle(desk, id, true)
        case .offerAgain(let id): try archiveArticle(desk, id, false)
        }
    }
}
