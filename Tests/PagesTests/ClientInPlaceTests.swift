import Invoicing
import MariaDB
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `In an editor, a client` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser
    private let document = [
        ("payment_term_days", "30"), ("valid_until", "2026-12-31"), ("first_on", "2026-12-31"), ("every", "1"),
        ("period", "mois"), ("mode", "draft"), ("designation", "Une affiche"), ("quantity", "1"), ("price", "100"),
    ]
    private let card = [("client_kind", "person"), ("client_name", "Zoé Blanc")]

    init() throws {
        freelancer = try story.freelancer()
        browser = Browser(story, of: freelancer)
        try browser.open("/clients/nouveau")
    }

    private func clients(_ name: String? = nil) throws -> [Client] {
        try story.reader.clients(named: name, of: freelancer.companyID, at: nil, limit: 500).rows
    }

    @Test(arguments: ["/factures/nouvelle", "/devis/nouveau", "/recurrentes/nouvelle"])
    func `is added without losing what was typed`(editor: String) throws {
        let page = try browser.send(editor, document + card + [("action", "client")])
        #expect(page.status == 200)
        let client = try #require(try clients().first)
        #expect(page.text.contains("<option value=\"\(client.id)\" selected>Zoé Blanc"))
        #expect(page.text.contains("Une affiche"))
        // The same form once more, as a reload sends it.
        try browser.send(editor, document + card + [("action", "client")])
        #expect(try clients().count == 1)
    }

    @Test(arguments: ["/factures/nouvelle", "/devis/nouveau", "/recurrentes/nouvelle"])
    func `who is described wrongly is told so, and nothing is lost`(editor: String) throws {
        let wrong = [("client_kind", "business"), ("client_name", "Durand"), ("client_siren", "123")]
        let page = try browser.send(editor, document + wrong + [("action", "client")])
        #expect(page.status == 422)
        #expect(page.text.contains("id=\"client_siren-message\"") && page.text.contains("Une affiche"))
        #expect(try clients().isEmpty)
    }

    @Test func `who is described is added when the document is saved for nobody else`() throws {
        let page = try browser.open("/factures/nouvelle")
        let saved = try browser.send("/factures/nouvelle", document + card + page.key + [("action", "save")])
        #expect(saved.path != "/factures/nouvelle")
        #expect(try clients().map(\.buyer.name) == ["Zoé Blanc"])
    }

    @Test func `is found among many, of whom the editor shows few`() throws {
        try story.forge(
            """
            INSERT INTO clients (company_id, kind, name, street, postal_code, city, created_at)
            SELECT \(freelancer.companyID), 'person', CONCAT('Client ', LPAD(seq, 3, '0')), '', '', '', NOW(6) FROM seq_1_to_300
            """
        )
        let page = try browser.open("/factures/nouvelle").text
        #expect(page.contains("Client 100") && !page.contains("Client 101"))
        let found = try browser.send("/factures/nouvelle", document + [("action", "find"), ("client_search", "nt 25")])
        #expect(found.text.contains("Client 250") && found.text.contains("Une affiche"))
        let one = try browser.send(
            "/factures/nouvelle",
            document + [("action", "find"), ("client_search", "client 299")]
        )
        let id = try #require(try clients("Client 299").first?.id)
        #expect(one.text.contains("<option value=\"\(id)\" selected>Client 299"))
    }
}
