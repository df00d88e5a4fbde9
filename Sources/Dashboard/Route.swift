import Web

/// Every page and gesture of the freelancer, by method and path: the first word of a path is a room, which knows the rest.
enum Route: Equatable {
    case visitors(VisitorsRoute)
    case information(InformationRoute)
    case company(CompanyRoute)
    case clients(ClientsRoute)
    case articles(ArticlesRoute)
    case invoices(InvoicesRoute)
    case quotes(QuotesRoute)
    case register(RegisterRoute)
    case schedules(SchedulesRoute)
    case reminders(RemindersRoute)
    case payments(PaymentsRoute)
    case notifications(NotificationsRoute)

    /// The route of a request; nil when there is no such page.
    init?(_ request: Request) {
        guard let path = request.pathComponents, let asked = Asked(request.method, path) else { return nil }
        let inside = asked.deeper
        let route: Route? =
            switch path.first {
            case "entreprise": CompanyRoute(inside).map(Self.company)
            case "clients": ClientsRoute(inside).map(Self.clients)
            case "articles": ArticlesRoute(inside).map(Self.articles)
            case "factures": InvoicesRoute(inside).map(Self.invoices)
            case "devis": QuotesRoute(inside).map(Self.quotes)
            case "registre": RegisterRoute(inside).map(Self.register)
            case "recurrentes": SchedulesRoute(inside).map(Self.schedules)
            case "relances": RemindersRoute(inside).map(Self.reminders)
            case "paiements": PaymentsRoute(inside).map(Self.payments)
            case "notifications": NotificationsRoute(inside).map(Self.notifications)
            default: VisitorsRoute(asked).map(Self.visitors) ?? InformationRoute(asked).map(Self.information)
            }
        guard let route else { return nil }
        self = route
    }

    /// The id of a row, as our own links write it: digits only, from 1.
    static func id(_ text: String) -> Int64? {
        guard text.utf8.allSatisfy({ (UInt8(ascii: "0")...UInt8(ascii: "9")).contains($0) }), let id = Int64(text),
            id > 0
        else { return nil }
        return id
    }
}

/// What is asked: to show a page or to do a gesture, by the words of a path.
struct Asked {
    /// True to show, false to do.
    let isPage: Bool
    let words: [String]

    /// Nil for a method that no room answers.
    init?(_ method: Method, _ words: [String]) {
        switch method {
        case .get, .head: isPage = true
        case .post: isPage = false
        case .other: return nil
        }
        self.words = words
    }

    private init(isPage: Bool, words: [String]) {
        self.isPage = isPage
        self.words = words
    }

    /// The same, of the room that the first word names.
    var deeper: Asked { Asked(isPage: isPage, words: Array(words.dropFirst())) }
}
