import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `Clients brought along in a file` {
    let story = Story()
    let jeanne: Freelancer
    let browser: Browser

    init() throws {
        jeanne = try story.freelancer()
        browser = Browser(story, of: jeanne)
        try browser.open("/entreprise/donnees")
    }

    private static let file = """
        Raison sociale;Courriel;SIREN;Rue;CP;Ville;Type
        Studio Lune;compta@lune.example;732 829 320;3 rue des Arts;75011;Paris;
        Zoé;zoe@exemple.fr;;;;;Particulier
        Studio Lune bis;autre@lune.example;732829320;4 rue des Arts;75011;Paris;
        Sans adresse;;552100554;;;;
        ;x@exemple.fr;;;;;
        """

    private func upload(_ text: String) throws -> Browser.Page {
        try browser.send("/entreprise/donnees/clients", file: Array(text.utf8), named: "clients.csv", as: "clients")
    }

    private func confirm(_ page: Browser.Page) throws -> Browser.Page {
        let table = try #require(page.text.after("name=\"table\" value=\"")?.before("\">"))
        let text = table.replacing("&quot;", with: "\"").replacing("&#39;", with: "'").replacing("&amp;", with: "&")
        return try browser.send("/entreprise/donnees/clients/importer", [("table", text)])
    }

    private func names() throws -> [String] { try story.reader.clients(of: jeanne.companyID).map(\.buyer.name) }

    @Test func `are shown line by line before anything is written`() throws {
        let page = try upload(Self.file)
        #expect(page.status == 200)
        #expect(page.text.contains("2 clients seront ajoutés, 1 est déjà là, 2 lignes sont à corriger."))
        let name = "<td class=\"words\" data-label=\"Nom\">Sans adresse</td>"
        #expect(page.text.contains("<th scope=\"row\">Ligne 5</th>\(name)"))
        #expect(page.text.contains("Indiquez le code postal."))
        #expect(page.text.contains("Indiquez le nom du client."))
        #expect(try names() == [])
    }

    @Test func `are added once, however often they are confirmed`() throws {
        let page = try upload(Self.file)
        #expect(try confirm(page).text.contains("2 clients ont été ajoutés."))
        #expect(try names() == ["Studio Lune", "Zoé"])
        #expect(try story.reader.clients(of: jeanne.companyID).map(\.buyer.kind) == [.business, .person])
        #expect(try confirm(page).text.contains("Aucun client n’a été ajouté"))
        #expect(try names() == ["Studio Lune", "Zoé"])
    }

    @Test func `are read without what nobody sees`() throws {
        let page = try upload("Nom;E-mail;SIREN\nZo\u{202E}é;\u{200B}zoe@exemple.fr\u{FEFF};\u{200B}\n\u{3164};;\n")
        #expect(page.text.contains("1 client sera ajouté, 1 ligne est à corriger."))
        _ = try confirm(page)
        let buyer = try #require(try story.reader.clients(of: jeanne.companyID).first?.buyer)
        #expect(buyer.kind == .person && buyer.name == "Zoé" && buyer.email == "zoe@exemple.fr")
    }

    @Test func `come back from our own archive as they left`() throws {
        _ = try confirm(try upload(Self.file))
        let sheet = try Unpacked(try story.archive(of: jeanne.companyID))["tableurs/clients.csv"]
        #expect(try upload(sheet).text.contains("0 clients seront ajoutés, 2 sont déjà là."))
        let paul = try story.freelancer("paul@exemple.fr")
        let other = Browser(story, of: paul)
        try other.open("/entreprise/donnees")
        let page = try other.send(
            "/entreprise/donnees/clients",
            file: Array(sheet.utf8),
            named: "clients.csv",
            as: "clients"
        )
        #expect(page.text.contains("2 clients seront ajoutés."))
    }

    @Test(arguments: [
        ("", "Choisissez un fichier."), ("Ville\nParis", "Aucune colonne ne s’appelle"),
        ("Nom\n", "Ce fichier ne contient aucun client"), ("PK\u{0}", "Ce fichier n’est pas un CSV"),
    ])
    func `are refused with a sentence next to the field`(text: String, sentence: String) throws {
        let page = try upload(text)
        #expect(page.status == 422)
        #expect(page.text.contains("id=\"clients-message\">\(sentence)"))
    }

    @Test func `have a file to fill in, which is taken`() throws {
        let template = try browser.open("/entreprise/donnees/clients/modele.csv").text
        try browser.open("/entreprise/donnees")
        #expect(try upload(template).text.contains("1 client sera ajouté."))
    }
}
