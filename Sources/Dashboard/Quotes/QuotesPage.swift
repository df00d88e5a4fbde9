import Accounting
import French
import Invoicing
import Store
import Web

extension Dashboard {
    func quotes(_ desk: Desk, _ visit: Visit) throws -> Response {
        let query = visit.request.query
        let page = QuotesPage(
            filter: query["etat"].flatMap(QuoteFilter.init(word:)) ?? .all,
            words: String((query["q"] ?? "").trimmed.prefix(100)),
            before: query["avant"].flatMap(Route.id),
            client: try query["client"].flatMap(Route.id).map { try knownClient(desk, $0) },
            today: today
        )
        let quotes = try reader.quotes(
            of: desk.companyID,
            page.filter,
            matching: page.words,
            ofClient: page.client?.id,
            before: page.before,
            on: today,
            limit: QuotesPage.length + 1
        )
        let counts = try reader.quoteCounts(of: desk.companyID, on: today)
        return layout("Devis", desk, at: .quotes).response(page.html(quotes, counts))
    }
}

/// The list of quotes: chips to choose which, a search, and fifty of them at a time.
struct QuotesPage {
    let filter: QuoteFilter
    let words: String
    let before: Int64?
    /// The client whose quotes are shown; nil for all.
    let client: Client?
    let today: Day

    /// How many quotes a page shows.
    static let length = 50

    func html(_ quotes: [QuoteSummary], _ counts: [QuoteFilter: Int64]) -> HTML {
        """
        <div class="head"><h1>Devis</h1><a class="button" href="/devis/nouveau">Nouveau devis</a></div>
        \(counts[.all] == 0 ? noQuote : "\(chips(counts))\(search)\(client.map(only))\(quotes.isEmpty ? nothingFound : table(quotes))")
        """
    }

    private var noQuote: HTML {
        """
        <div class="empty"><p>Vous n’avez pas encore de devis.</p>
        <p>Votre client l’accepte en ligne, et il devient une facture sans rien recopier.</p>
        <p><a href="/devis/nouveau">Créer votre premier devis</a></p></div>
        """
    }

    private func chips(_ counts: [QuoteFilter: Int64]) -> HTML {
        let items: [HTML] = QuoteFilter.allCases.map { entry in
            """
            <li><a href="\(address(entry))"\(if: entry == filter, " aria-current=\"page\"")>\(entry.french) \
            (\(counts[entry] ?? 0))</a></li>
            """
        }
        return "<nav class=\"tabs\" aria-label=\"Quels devis\"><ul>\(items)</ul></nav>"
    }

    private var search: HTML {
        """
        <form method="get" action="/devis" class="beside" role="search">
        <div class="field"><label for="q">Chercher un numéro, un client ou un objet</label>
        <input id="q" name="q" value="\(words)" maxlength="100" autocomplete="off"></div>
        <input type="hidden" name="etat" value="\(filter.word)">
        \(client.map { "<input type=\"hidden\" name=\"client\" value=\"\($0.id)\">" as HTML })
        <p class="actions"><button class="quiet">Chercher</button></p>
        </form>
        """
    }

    private func only(_ client: Client) -> HTML {
        """
        <p class="notice">Devis de <a href="/clients/\(client.id)">\(client.buyer.name)</a>. \
        <a href="/devis">Voir ceux de tous les clients</a></p>
        """
    }

    private var nothingFound: HTML {
        "<div class=\"empty\"><p>Aucun devis ne correspond.</p><p><a href=\"/devis\">Voir tous les devis</a></p></div>"
    }

    private func table(_ quotes: [QuoteSummary]) -> HTML {
        """
        <div class="scroll"><table class="list invoices"><caption>Vos devis, le plus récent d’abord</caption>
        <thead><tr><th scope="col">N°</th><th scope="col">Client</th><th scope="col">Objet</th>\
        <th scope="col">Valable jusqu’au</th><th scope="col" class="amount">Montant</th>\
        <th scope="col">Statut</th></tr></thead>
        <tbody>\(quotes.prefix(Self.length).map(row))</tbody></table></div>
        \(if: quotes.count > Self.length, older(quotes[Self.length - 1].quote.id))
        """
    }

    private func row(_ summary: QuoteSummary) -> HTML {
        let quote = summary.quote
        return """
            <tr><th scope="row" class="number"><a href="/devis/\(quote.id)">\(quote.number ?? "Brouillon")</a></th>
            <td class="client words">\(summary.clientName)</td>
            <td class="words" data-label="Objet">\(quote.subject.isEmpty ? "–" : quote.subject)</td>\
            <td data-label="Valable jusqu’au">\(quote.validUntil.frenchShort)</td>
            <td class="amount">\(quote.total.french)</td>\
            <td class="status">\(statusChip(quote.state(on: today).forSeller))</td></tr>
            """
    }

    private func older(_ last: Int64) -> HTML {
        "<p class=\"actions\"><a class=\"button quiet\" href=\"\(address(filter))&amp;avant=\(last)\">Devis plus anciens</a></p>"
    }

    /// The list with another choice; the words that are searched stay.
    private func address(_ filter: QuoteFilter) -> HTML {
        """
        /devis?etat=\(filter.word)\(if: !words.isEmpty, "&amp;q=\(PercentEncoding.encode(words))")\
        \(client.map { "&amp;client=\($0.id)" as HTML })
        """
    }
}

extension QuoteFilter {
    /// The word in an address.
    var word: String {
        switch self {
        case .all: "tous"
        case .drafts: "brouillons"
        case .waiting: "en-attente"
        case .accepted: "acceptes"
        case .invoiced: "factures"
        case .refused: "refuses"
        case .expired: "expires"
        }
    }

    init?(word: String) {
        guard let filter = Self.allCases.first(where: { $0.word == word }) else { return nil }
        self = filter
    }

    fileprivate var french: String {
        switch self {
        case .all: "Tous"
        case .drafts: "Brouillons"
        case .waiting: "En attente"
        case .accepted: "Acceptés"
        case .invoiced: "Facturés"
        case .refused: "Refusés"
        case .expired: "Expirés"
        }
    }
}
