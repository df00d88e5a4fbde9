import OperationsTestSupport
import TestSupport
import Testing
import Web

/// What a freelancer reads where there is nothing to see speaks to them, not to a client with a link.
@Suite(.database(.needme)) struct `A freelancer who finds nothing` {
    let story = Story()

    @Test(
        arguments: [
            ("/factures/999", "/factures", "Revenir aux factures"), ("/clients/999", "/clients", "Revenir aux clients"),
            ("/factures/nulle-part", "/factures", "Revenir aux factures"), ("/nulle-part", "/", "Revenir à l’accueil"),
        ]
    )
    func `is told that it may be gone, and led to what there is`(path: String, back: String, words: String) throws {
        let page = try Browser(story, of: try story.freelancer()).open(path)
        #expect(page.status == 404)
        #expect(page.text.contains("a été supprimé, peut-être dans une autre fenêtre"))
        #expect(page.text.contains("href=\"\(back)\">\(words)</a>"))
    }

    @Test func `because the draft was removed in another window is led to the invoices`() throws {
        let jeanne = try story.freelancer()
        let browser = Browser(story, of: jeanne)
        let draft = try story.draft(for: try story.client(of: jeanne), of: jeanne)
        try browser.open("/factures/\(draft)")
        #expect(try browser.send("/factures/\(draft)/supprimer").text.contains("Le brouillon est supprimé."))
        let page = try browser.send("/factures/\(draft)/supprimer")
        #expect(page.status == 404)
        #expect(page.text.contains("href=\"/factures\">Revenir aux factures</a>"))
        #expect(!page.text.contains("que vous avez reçu"))
    }

    @Test func `whose form is out of date is led to what it was about`() throws {
        let page = try Browser(story, of: try story.freelancer()).send("/factures/5/encaisser", token: "autre")
        #expect(page.status == 403)
        #expect(page.text.contains("Rien n’a été enregistré."))
        #expect(page.text.contains("href=\"/factures/5\">Revenir à la facture</a>"))
    }

    @Test func `differs from somebody with half a link`() throws {
        #expect(try Browser(story).open("/nulle-part").text.contains("Vérifiez le lien que vous avez reçu."))
    }
}
