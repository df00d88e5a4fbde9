import Accounting
import Curl
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// Acceptance case D3.
@Suite(.database(.needme)) struct `The erasure of a client` {
    let story = Story()
    let jeanne: Freelancer
    let client: Int64
    let bill: Bill
    let browser: Browser

    /// Nothing but what follows may say it afterwards.
    private static let traces = ["zoe.unique@exemple.fr", "Zoé Unique", "12 rue Introuvable"]
    /// What was issued, and the lines of the law's register.
    private static let issued: Set<String> = ["issued_invoices", "sent_quotes", "register_lines", "invoice_files"]

    init() throws {
        jeanne = try story.connectedFreelancer()
        let zoe = Buyer(
            kind: .person,
            name: Self.traces[1],
            address: Address(street: Self.traces[2], postalCode: "44000", city: "Nantes"),
            siren: nil,
            vatNumber: nil,
            email: Self.traces[0]
        )
        client = try story.client(zoe, of: jeanne)
        bill = try story.issue(try story.draft(for: client, of: jeanne), of: jeanne)
        _ = try story.draft(for: client, of: jeanne)
        browser = Browser(story, of: jeanne)
        try story.send(bill, to: Self.traces[0], with: browser)
        _ = try story.pay(bill)
        try story.settleDown()
    }

    private func erase() throws {
        try EraseClient(companyID: jeanne.companyID, clientID: client).run(in: story.office(of: .dashboard))
    }

    @Test func `leaves contact data nowhere but in what was issued`() throws {
        #expect(try Set(Self.traces.flatMap(story.tables)).isSuperset(of: ["clients", "sendings"]))
        try erase()
        for trace in Self.traces { #expect(try story.tables(with: trace).subtracting(Self.issued) == [], "\(trace)") }
    }

    @Test func `keeps issued documents and the register as they were`() throws {
        let before = try story.reader.file(ofInvoice: bill.id)
        let lines = try story.reader.registerLines(of: jeanne.companyID)
        try erase()
        #expect(try story.reader.file(ofInvoice: bill.id) == before)
        #expect(try story.reader.registerLines(of: jeanne.companyID) == lines)
        #expect(try VerifyLedger().run(in: story.office(on: story.database.connect())) == [:])
        #expect(try story.reader.issuedInvoice(bill.id)?.buyer.name == Self.traces[1])
        #expect(try Browser(story).open("/f/\(bill.link.text)").status == 200)
    }

    @Test func `masks the mails and the addresses of Stripe's pages, and takes drafts away`() throws {
        try erase()
        let sending = try #require(try story.reader.sendings(of: bill.id).first)
        #expect(sending.message == "" && sending.subject == "" && !sending.recipient.contains("@"))
        let connection = story.database.connect()
        #expect(try connection.rows("SELECT id FROM payment_attempts WHERE session_url IS NOT NULL").isEmpty)
        #expect(try connection.rows("SELECT id FROM invoices WHERE state = 'draft'").isEmpty)
        #expect(try story.reader.clients(of: jeanne.companyID) == [])
    }

    @Test func `sends nothing that was still to be sent`() throws {
        try story.send(bill, to: Self.traces[0], with: browser)
        let count = story.mails.count
        try erase()
        try story.settleDown()
        #expect(story.mails.count == count)
    }

    @Test func `waits until nothing is owed any more`() throws {
        _ = try story.issue(try story.draft(for: client, of: jeanne), of: jeanne)
        #expect(throws: ErasureRefusal.awaitsPayment(1)) { try erase() }
        let page = try browser.open("/entreprise/donnees/clients/\(client)/effacer")
        #expect(page.text.contains("article L123-22 du code de commerce"))
        let refused = try browser.send("/entreprise/donnees/clients/\(client)/effacer")
        #expect(refused.status == 409)
        #expect(refused.text.contains("Une facture de ce client attend encore son règlement"))
    }

    @Test func `waits until no quote can be accepted any more`() throws {
        let quote = try story.quote(for: client, of: jeanne)
        try SendQuote(companyID: jeanne.companyID, quoteID: quote, mail: nil).run(in: story.office(of: .dashboard))
        #expect(throws: ErasureRefusal.awaitsAnswer(1)) { try erase() }
        let refused = try browser.send("/entreprise/donnees/clients/\(client)/effacer")
        #expect(refused.status == 409)
        #expect(refused.text.contains("Un devis envoyé à ce client peut encore être accepté"))
        story.wait(seconds: 100 * 86_400)
        try erase()
    }

    @Test func `leaves their quote to begin another client's from`() throws {
        let quote = try story.quote(for: client, of: jeanne, validFor: 1)
        try SendQuote(companyID: jeanne.companyID, quoteID: quote, mail: nil).run(in: story.office(of: .dashboard))
        story.wait(seconds: 2 * 86_400)
        try browser.open("/devis")
        try erase()
        let page = try browser.send("/devis/\(quote)/dupliquer")
        #expect(page.status == 200)
        #expect(page.text.contains("<option value=\"\" selected>Choisir un client"))
        #expect(page.text.contains("Trois allers-retours.") && !page.text.contains("Client effacé"))
    }

    @Test func `leaves their invoice to begin another client's from`() throws {
        try erase()
        let page = try browser.send("/factures/\(bill.id)/dupliquer")
        #expect(page.status == 200)
        #expect(page.text.contains("<option value=\"\" selected>Choisir un client"))
        #expect(page.text.contains(InvoiceLine.work.designation))
        #expect(!page.text.contains("Client effacé"))
        #expect(try story.database.connect().rows("SELECT id FROM invoices WHERE state = 'draft'").isEmpty)
        #expect(try browser.open("/clients/\(client)/modifier").status == 404)
    }

    @Test func `is done once, and nobody fills the client in again`() throws {
        try erase()
        #expect(throws: ErasureRefusal.alreadyErased) { try erase() }
        #expect(
            try SaveClient(companyID: jeanne.companyID, clientID: client, buyer: .studio)
                .run(in: story.office(of: .dashboard)) == nil
        )
        #expect(throws: DatabaseError.self) {
            try story.database.connect().execute("UPDATE clients SET email = 'a@b.fr' WHERE id = \(client)")
        }
    }
}

@Suite(.database(.needme)) struct `The erasure of an account` {
    let story = Story()
    let jeanne: Freelancer
    let bill: Bill
    let browser: Browser

    init() throws {
        jeanne = try story.connectedFreelancer()
        bill = try story.bill(from: jeanne)
        browser = Browser(story, of: jeanne)
        try browser.open("/entreprise/donnees/fermer")
    }

    private func close(_ password: String = Story.password, code: String? = nil) throws -> Browser.Page {
        let typed = [("erase_password", password)] + (code.map { [("erase_code", $0)] } ?? [])
        return try browser.send("/entreprise/donnees/fermer", typed)
    }

    @Test func `wants the code as well when a second factor is on`() throws {
        let secret = OneTimePassword.random(from: story.outside)
        _ = try SwitchOnSecondFactor(
            userID: jeanne.userID,
            session: jeanne.session,
            password: secret,
            code: secret.code(at: story.now.seconds / 30)
        ).run(in: story.office(of: .dashboard))
        story.wait(seconds: 60)
        for code in [nil, "000000"] {
            let page = try close(code: code)
            #expect(page.status == 422)
            #expect(page.text.contains("id=\"erase_code-message\""))
        }
        #expect(try close(code: secret.code(at: story.now.seconds / 30)).text.contains("Votre compte est fermé"))
    }

    @Test func `keeps documents as long as the last of them, a credit note, asks for`() throws {
        story.wait(seconds: 200 * 86_400)
        try story.credit(bill)
        #expect(try story.reader.lastDayOfRetention(of: jeanne.companyID)?.year == 2037)
    }

    @Test func `wants the password`() throws {
        #expect(try close("autre").status == 422)
        #expect(try browser.open("/").text.contains("Encaissé"))
    }

    @Test func `ends sessions, frees the address, disconnects Stripe and says until when documents are kept`() throws {
        #expect(try browser.open("/entreprise/donnees/fermer").text.contains("31\u{A0}décembre\u{A0}2036"))
        #expect(try close().text.contains("Votre compte est fermé"))
        #expect(try browser.open("/factures").text.contains("Se connecter"))
        #expect(try story.reader.user(email: jeanne.email) == nil)
        #expect(try story.reader.connectedAccount(of: jeanne.companyID) == nil)
        try story.settleDown()
        #expect(try story.tables(with: jeanne.email) == [])
        #expect(try story.tables(with: "AGRIFRPP").subtracting(["issued_invoices"]) == [])
        let row = try story.database.connect().row("SELECT kept_until FROM companies WHERE id = \(jeanne.companyID)")
        #expect(try row?["kept_until"] == "2036-12-31")
        #expect(try story.freelancer(jeanne.email).companyID != jeanne.companyID)
    }

    @Test func `is confirmed by one last letter, which says until when what is kept`() throws {
        _ = try close()
        try story.settleDown()
        let mail = try #require(story.mails.last)
        #expect(mail.envelope.recipients == [jeanne.email])
        #expect(mail.page?.contains("31=C2=A0d=C3=A9cembre=C2=A02036") == true)
        let count = story.mails.count
        try story.settleDown()
        #expect(story.mails.count == count)
        #expect(try story.tables(with: jeanne.email) == [])
    }

    @Test func `leaves clients their invoices, which are not paid online any more`() throws {
        _ = try close()
        let page = try Browser(story).open("/f/\(bill.link.text)")
        #expect(page.status == 200)
        #expect(!page.text.contains("Payer en ligne"))
        #expect(try VerifyLedger().run(in: story.office(on: story.database.connect())) == [:])
    }
}

extension Story {
    /// They send an invoice by the form that the browser shows.
    func send(_ bill: Bill, to recipient: String, with browser: Browser) throws {
        let page = try browser.open("/factures/\(bill.id)/envoyer").text
        guard let key = page.after("name=\"cle\" value=\"")?.before("\"") else { return }
        let fields = [
            ("mode", "mail"), ("recipient", recipient), ("subject", "Facture"), ("message", "Bonjour Zoé Unique"),
            ("online_payment", "oui"), ("cle", key),
        ]
        try browser.send("/factures/\(bill.id)/envoyer", fields)
    }

    /// The tables in which a text stands.
    fileprivate func tables(with text: String) throws -> Set<String> {
        let connection = database.connect()
        let columns = try connection.rows(
            """
            SELECT TABLE_NAME AS name, COLUMN_NAME AS place FROM information_schema.COLUMNS
            WHERE TABLE_SCHEMA = \(database.name) AND DATA_TYPE IN ('varchar', 'char', 'text', 'mediumtext', 'longtext')
            """
        )
        let found = try columns.filter { column in
            let (table, place): (String, String) = (try column["name"], try column["place"])
            return try connection.row(
                "SELECT 1 AS found FROM \(SQL(name: table)) WHERE LOCATE(\(text), CONVERT(\(SQL(name: place)) USING utf8mb4)) > 0 LIMIT 1"
            ) != nil
        }
        return Set(try found.map { try $0["name"] })
    }
}
