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
        let client = try client(of: jeanne)
        let quiet = try draft(for: client, of: jeanne)
        try browser.open("/factures/\(quiet)").mustBe(200)
        try browser.open("/entreprise/donnees/clients/\(client)/effacer").mustBe(200)
        try browser.send("/entreprise/donnees/clients/\(client)/effacer").mustBe(200)
    }

    /// Somebody closes their account.
    func closeTheAccount(_ someone: Freelancer) throws {
        let browser = Browser(self, of: someone)
        try browser.open("/entreprise/donnees/fermer").mustBe(200)
        try browser.send("/entreprise/donnees/fermer", [("erase_password", Self.password)]).mustBe(200)
    }
}
