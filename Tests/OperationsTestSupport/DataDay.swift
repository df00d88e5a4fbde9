extension Story {
    /// Everything a freelancer does on the tab « Données ».
    func lookAfterData(_ jeanne: Freelancer) throws {
        let browser = Browser(self, of: jeanne)
        try browser.open("/entreprise/donnees").mustBe(200)
        try browser.open("/entreprise/donnees/archive.zip").mustBe(200)
    }
}
