import Web

extension Story {
    /// Everything a freelancer does on the tab « Données ».
    func lookAfterData(_ jeanne: Freelancer) throws {
        let browser = Browser(self, of: jeanne)
        try browser.open("/entreprise/donnees").mustBe(200)
        try browser.open("/entreprise/donnees/archive.zip").mustBe(200)
        let template = try browser.open("/entreprise/donnees/clients/modele.csv")
        try template.mustBe(200)
        try browser.open("/entreprise/donnees").mustBe(200)
        let clients = "/entreprise/donnees/clients"
        try browser.send(clients, file: template.response.body, named: "x.csv", as: "clients").mustBe(200)
        try browser.send(clients + "/importer", [("table", template.text)]).mustBe(200)
    }
}
