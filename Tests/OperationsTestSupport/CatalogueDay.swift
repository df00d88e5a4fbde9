import Accounting
import Invoicing
import Operations
import Store

extension Story {
    /// An article that is added, changed, put into an invoice, offered no more and offered again.
    func keepACatalogue() throws {
        let jeanne = try freelancer("catalogue@exemple.fr")
        let browser = Browser(self, of: jeanne)
        try browser.open("/articles").mustBe(200)
        try browser.open("/articles/nouveau").mustBe(200)
        let offer = [("designation", "Journée de conseil"), ("unit", "jour"), ("price", "450")]
        try browser.send("/articles/nouveau", offer).mustBe(200)
        guard let article = try reader.articles(of: jeanne.companyID, limit: 1).first else {
            throw StoryError(reason: "no article")
        }
        for page in [
            "/articles/\(article.id)", "/articles?apres=\(article.id)", "/articles?q=conseil&archives=oui",
            "/factures/nouvelle?article=\(article.id)",
        ] {
            try browser.open(page).mustBe(200)
        }
        try browser.send("/factures/nouvelle", [("action", "article"), ("article", "\(article.id)")]).mustBe(200)
        let seen = try browser.open("/articles/\(article.id)").seen
        try browser.send("/articles/\(article.id)", seen + offer.dropLast() + [("price", "460")]).mustBe(200)
        try browser.send("/articles/\(article.id)/archiver").mustBe(200)
        try browser.send("/articles/\(article.id)/proposer").mustBe(200)
    }
}
