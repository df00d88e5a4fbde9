import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The catalogue` {
    let story = Story()

    @Test func `shows fifty articles a page, in their order, each once`() throws {
        let jeanne = try story.freelancer()
        for number in 1...102 { try add("Article \(number % 3)", to: jeanne) }
        let browser = Browser(story, of: jeanne)
        var (address, shown): (String?, [String]) = ("/articles", [])
        var pages = 0
        while let next = address {
            let page = try browser.open(next).text
            shown += page.components(of: "href=\"/articles/", upTo: "\"").filter { $0 != "nouveau" }
            address = page.after("href=\"/articles?apres=")?.before("\"").map { "/articles?apres=\($0)" }
            pages += 1
        }
        #expect(pages == 3)
        let all = try story.reader.articles(of: jeanne.companyID, limit: 200)
        #expect(shown == all.map { String($0.id) })
        #expect(all.map(\.offer.designation) == all.map(\.offer.designation).sorted())
    }

    @Test func `finds by any part of a designation, and goes on finding on the next page`() throws {
        let jeanne = try story.freelancer()
        for _ in 1...51 { try add("Journée d’étude", to: jeanne) }
        try add("Affiche 100 %", to: jeanne)
        let browser = Browser(story, of: jeanne)
        let found = try browser.open("/articles?q=100%20%25").text
        #expect(found.contains("Affiche 100 %") && !found.contains("Journée"))
        let first = try browser.open("/articles?q=ETUDE").text
        let next = try #require(first.after("href=\"/articles?q=")?.before("\""))
        #expect(try browser.open("/articles?q=" + next.replacing("&amp;", with: "&")).text.contains("Journée"))
        #expect(try browser.open("/articles?q=_").text.contains("Aucun article ne contient"))
    }

    @Test func `puts an article into the first line that is empty, then into a line more`() throws {
        let jeanne = try story.freelancer()
        let article = try add("Journée de conseil", to: jeanne)
        let browser = Browser(story, of: jeanne)
        try browser.open("/factures/nouvelle")
        let insertion = [("action", "article"), ("article", "\(article)")]
        let blank = [("designation", ""), ("quantity", "1"), ("unit", ""), ("price", ""), ("discount", "")]
        let once = try browser.send("/factures/nouvelle", blank + insertion).text
        #expect(once.components(of: "value=\"", upTo: "\"").filter { $0 == "450,00" }.count == 1)
        #expect(once.contains("450,00\u{202F}€"), "the total follows")
        let filled = [("designation", "x"), ("quantity", "1"), ("unit", ""), ("price", "1"), ("discount", "")]
        let twice = try browser.send("/factures/nouvelle", filled + insertion).text
        #expect(twice.contains("Ligne 2") && twice.contains("451,00\u{202F}€"))
    }

    @Test func `offers an archived article no more, until it is taken back`() throws {
        let jeanne = try story.freelancer()
        let article = try add("Journée de conseil", to: jeanne)
        let browser = Browser(story, of: jeanne)
        try browser.open("/articles")
        try browser.send("/articles/\(article)/archiver")
        #expect(try !browser.open("/articles").text.contains("Journée"))
        #expect(try !browser.open("/factures/nouvelle").text.contains("Journée"))
        #expect(try browser.open("/articles?archives=oui").text.contains("Journée"))
        try browser.send("/articles/\(article)/proposer")
        #expect(try browser.open("/factures/nouvelle").text.contains("Journée"))
    }

    @Test func `says beside each field what cannot be taken`() throws {
        let browser = Browser(story, of: try story.freelancer())
        try browser.open("/articles/nouveau")
        let answer = try browser.send("/articles/nouveau", [("designation", " "), ("price", "0")])
        #expect(answer.status == 422)
        #expect(answer.text.contains("Décrivez ce que vous facturez.") && answer.text.contains("Un prix supérieur à 0"))
    }

    @discardableResult
    private func add(_ designation: String, to jeanne: Freelancer) throws -> Int64 {
        let price = try #require(UnitPrice("450"))
        let offer = Offer(designation: designation, unit: "jour", unitPrice: price, vat: .franchise)
        return try SaveArticle(companyID: jeanne.companyID, articleID: nil, offer: offer)
            .run(in: story.office(of: .dashboard))
    }
}

extension String {
    /// Every text between two others, in order.
    fileprivate func components(of start: String, upTo end: String) -> [String] {
        var (found, rest): ([String], String?) = ([], after(start))
        while let text = rest {
            if let part = text.before(end) { found.append(part) }
            rest = text.after(start)
        }
        return found
    }
}
