import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    func newArticle(_ desk: Desk) throws -> Response {
        let seller = try company(desk).seller
        return articlePage(desk, nil, ArticleInput(seller), seller)
    }

    func articleForm(_ desk: Desk, _ id: Int64) throws -> Response {
        guard let article = try reader.article(id, of: desk.companyID) else { throw NotFound() }
        return articlePage(desk, article, ArticleInput(article.offer), try company(desk).seller)
    }

    func saveArticle(_ desk: Desk, _ visit: Visit, _ id: Int64?) throws -> Response {
        let seller = try company(desk).seller
        var input = ArticleInput(visit.form)
        switch ArticleInput.read(visit.form, seller: seller) {
        case .wrong(let messages):
            var article: Article?
            if let id {
                guard let known = try reader.article(id, of: desk.companyID) else { throw NotFound() }
                article = known
            }
            return articlePage(desk, article, input, seller, messages, status: 422)
        case .sound(let offer):
            let save = SaveArticle(companyID: desk.companyID, articleID: id, seen: visit.form.seen, offer: offer)
            do {
                try save.run(in: office)
                return .done(.articleSaved, at: "/articles")
            } catch is ChangedMeanwhile {
                guard let article = try id.flatMap({ try reader.article($0, of: desk.companyID) }) else {
                    throw NotFound()
                }
                input.seen = Edition(of: article.offer).text
                return articlePage(desk, article, input, seller, isOvertaken: true, status: 409)
            }
        }
    }

    func archiveArticle(_ desk: Desk, _ id: Int64, _ isArchived: Bool) throws -> Response {
        try ArchiveArticle(companyID: desk.companyID, articleID: id, isArchived: isArchived).run(in: office)
        return .done(isArchived ? .articleArchived : .articleOfferedAgain, at: "/articles")
    }

    private func articlePage(
        _ desk: Desk,
        _ article: Article?,
        _ input: ArticleInput,
        _ seller: Seller,
        _ messages: [String: String] = [:],
        isOvertaken: Bool = false,
        status: Int = 200
    ) -> Response {
        let title = article == nil ? "Nouvel article" : "Modifier l’article"
        let meanwhile = article.map { Meanwhile(change: "Cet article a été modifié", path: "/articles/\($0.id)") }
        let body: HTML = """
            <h1>\(title)</h1>
            \(formAlert(messages))
            <form method="post" action="/articles/\(article.map { String($0.id) } ?? "nouveau")" class="sheet" novalidate>
            \(formToken(desk.member))\(if: article != nil, SeenField.html(input.seen))
            \(isOvertaken ? meanwhile?.html : nil)
            \(fields(input, seller, messages))
            <p class="actions"><button class="button">Enregistrer</button> <a href="/articles">Annuler</a></p>
            </form>
            \(article.map { archiving($0, desk) })
            """
        return layout(title, desk, at: .articles).response(status: status, body)
    }

    private func fields(_ input: ArticleInput, _ seller: Seller, _ messages: [String: String]) -> HTML {
        let treatments = seller.possibleVAT.map { (value: $0.formValue, label: $0.frenchType) }
        return """
            \(FormArea("designation", "Désignation", value: input.designation, message: messages["designation"],
                limit: Offer.maximumLength, rows: 3).html)
            <div class="pair even">
            \(FormField("unit", "Unité", value: input.unit, message: messages["unit"], limit: 20).html)
            \(FormField("price", "Prix unitaire HT", value: input.price, message: messages["price"],
                kind: .decimal, limit: 20, isRequired: true).html)
            </div>
            \(FormChoice("vat", seller.isUnderFranchise ? "Type" : "TVA", options: treatments, selected: input.vat,
                message: messages["vat"]).html)
            """
    }

    private func archiving(_ article: Article, _ desk: Desk) -> HTML {
        """
        <form method="post" action="/articles/\(article.id)/\(article.isArchived ? "proposer" : "archiver")" class="removal">\
        \(formToken(desk.member))\(if: !article.isArchived, "<a href=\"/factures/nouvelle?article=\(article.id)\">Facturer cet article</a> ")\
        <button class="quiet">\(article.isArchived ? "Proposer de nouveau" : "Archiver l’article")</button>
        \(if: !article.isArchived, "<p class=\"hint\">Il ne sera plus proposé\u{A0}; vos factures ne changent pas.</p>")</form>
        """
    }
}
