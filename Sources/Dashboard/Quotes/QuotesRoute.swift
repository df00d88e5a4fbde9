import Web

/// The list of quotes, and each quote from its draft to the invoices it becomes.
enum QuotesRoute: Equatable {
    case list
    case newQuote
    case saveQuote(Int64?)
    case quote(Int64)
    case removeQuote(Int64)
    case duplicateQuote(Int64)
    case sendQuoteForm(Int64)
    case sendQuote(Int64)
    case noteAnswer(Int64)
    case quoteFile(Int64)
    case invoiceQuote(Int64)
    case invoiceDepositForm(Int64)
    case invoiceDeposit(Int64)

    init?(_ asked: Asked) {
        let route = asked.isPage ? Self.page(asked.words) : Self.gesture(asked.words)
        guard let route else { return nil }
        self = route
    }

    private static func page(_ words: [String]) -> QuotesRoute? {
        if words.isEmpty { return .list }
        if words == ["nouveau"] { return .newQuote }
        guard let id = Route.id(words[0]) else { return nil }
        switch words.dropFirst() {
        case []: return .quote(id)
        case ["envoyer"]: return .sendQuoteForm(id)
        case ["devis.pdf"]: return .quoteFile(id)
        case ["acompte"]: return .invoiceDepositForm(id)
        default: return nil
        }
    }

    private static func gesture(_ words: [String]) -> QuotesRoute? {
        if words == ["nouveau"] { return .saveQuote(nil) }
        guard let id = words.first.flatMap(Route.id) else { return nil }
        switch words.dropFirst() {
        case []: return .saveQuote(id)
        case ["supprimer"]: return .removeQuote(id)
        case ["dupliquer"]: return .duplicateQuote(id)
        case ["envoyer"]: return .sendQuote(id)
        case ["reponse"]: return .noteAnswer(id)
        case ["facturer"]: return .invoiceQuote(id)
        case ["acompte"]: return .invoiceDeposit(id)
        default: return nil
        }
    }
}

extension Dashboard {
    func quotes(_ desk: Desk, _ visit: Visit, _ route: QuotesRoute) throws -> Response {
        switch route {
        case .list: try quotes(desk, visit)
        case .newQuote: try newQuote(desk, visit)
        case .saveQuote(let id): try saveQuote(desk, visit, id)
        case .quote(let id): try quotePage(desk, id: id)
        case .removeQuote(let id): try removeQuote(desk, id)
        case .duplicateQuote(let id): try duplicateQuote(desk, id)
        case .sendQuoteForm(let id): try sendQuoteForm(desk, id)
        case .sendQuote(let id): try sendQuote(desk, visit, id)
        case .noteAnswer(let id): try noteAnswer(desk, visit, id)
        case .quoteFile(let id): try quoteFile(desk, id)
        case .invoiceQuote(let id): try invoiceQuote(desk, id)
        case .invoiceDepositForm(let id): try invoiceDepositForm(desk, id)
        case .invoiceDeposit(let id): try invoiceDeposit(desk, visit, id)
        }
    }
}
