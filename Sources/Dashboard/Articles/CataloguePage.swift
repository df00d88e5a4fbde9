import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// The articles, a page at a time: the address names the last one that was shown before.
    func catalogue(_ desk: Desk, _ visit: Visit) throws -> Response {
        let query = visit.request.query
        let search = String((query["q"] ?? "").trimmed.prefix(100))
        let isArchive = query["archives"] == "oui"
        var previous: Article?
        if let last = query["apres"].flatMap(Route.id) {
            guard let article = try reader.article(last, of: desk.companyID) else { throw NotFound() }
            previous = article
        }
        let found = try reader.articles(
            of: desk.companyID,
            archived: isArchive,
            containing: search,
            after: previous,
            limit: Self.catalogueLength + 1
        )
        let page = CataloguePage(
            articles: Array(found.prefix(Self.catalogueLength)),
            hasMore: found.count > Self.catalogueLength,
            isFirst: previous == nil,
            search: search,
            isArchive: isArchive
        )
        return layout(isArchive ? "Articles archivés" : "Articles", desk, at: .articles).response(page.html)
    }

    private static var catalogueLength: Int { 50 }
}

/// The catalogue of a company, or what it offers no more.
struct CataloguePage {
    let articles: [Article]
    let hasMore: Bool
    let isFirst: Bool
    let search: String
    let isArchive: Bool

    var html: HTML {
        """
        <div class="head"><h1>\(isArchive ? "Articles archivés" : "Articles")</h1>\
        <a class="button" href="/articles/nouveau">Nouvel article</a></div>
        \(if: !isEmpty, searchForm)
        \(content)
        <p class="actions">\(hasMore ? next : nil)
        <a href="\(isArchive ? "/articles" : "/articles?archives=oui")">Articles \(isArchive ? "proposés" : "archivés")</a></p>
        """
    }

    private var isEmpty: Bool { articles.isEmpty && search.isEmpty && isFirst }

    private var searchForm: HTML {
        """
        <form method="get" action="/articles" class="beside" role="search">
        \(if: isArchive, "<input type=\"hidden\" name=\"archives\" value=\"oui\">")
        \(FormField("q", "Rechercher un article", value: search, limit: 100, isRequired: true).html)
        <button class="quiet">Rechercher</button></form>
        """
    }

    private var content: HTML {
        if !articles.isEmpty { return table }
        if !search.isEmpty {
            return """
                <div class="empty"><p>Aucun article ne contient «\u{A0}\(search)\u{A0}».</p>
                <p><a href="\(address())">Voir tous les articles</a></p></div>
                """
        }
        if isArchive || !isFirst { return "<div class=\"empty\"><p>Il n’y a aucun article ici.</p></div>" }
        return """
            <div class="empty"><p>Votre catalogue est vide.</p>
            <p>Ce que vous facturez souvent s’insère ensuite d’un geste dans vos factures.</p>
            <p><a href="/articles/nouveau">Ajouter votre premier article</a></p></div>
            """
    }

    private var table: HTML {
        let rows: [HTML] = articles.map { article in
            """
            <tr><th scope="row" class="text"><a href="/articles/\(article.id)">\(article.offer.designation)</a></th>
            <td class="words" data-label="Unité">\(article.offer.unit)</td>\
            <td class="amount" data-label="Prix unitaire HT">\(article.offer.unitPrice.french)</td>\
            <td data-label="TVA">\(article.offer.vat.frenchChoice)</td></tr>
            """
        }
        return """
            <div class="scroll"><table class="list"><caption>Par ordre alphabétique</caption>
            <thead><tr><th scope="col">Désignation</th><th scope="col">Unité</th>\
            <th scope="col" class="amount">Prix unitaire HT</th><th scope="col">TVA</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private var next: HTML? {
        articles.last.map { "<a href=\"\(address(after: $0.id))\">Articles suivants</a>" }
    }

    /// The address of the same list, from its beginning or after an article.
    private func address(after id: Int64? = nil) -> String {
        var fields: [Form.Field] = []
        if isArchive { fields.append(Form.Field("archives", "oui")) }
        if let id {
            if !search.isEmpty { fields.append(Form.Field("q", search)) }
            fields.append(Form.Field("apres", String(id)))
        }
        return fields.isEmpty ? "/articles" : "/articles?" + Form(fields).encoded
    }
}
