import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing
import Web

/// A document that is being written is saved once, and nothing that was typed is lost.
@Suite(.database(.needme)) struct `The form of an editor` {
    /// A kind of document, by its addresses.
    struct Kind: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// Where a new one is written.
        let new: String
        /// The table that holds it.
        let table: String
        /// What is said of one, begun from a form that comes back: "Ce brouillon a été créé".
        let begun: String
    }

    static let invoice = Kind(
        testDescription: "invoice",
        new: "/factures/nouvelle",
        table: "invoices",
        begun: "Ce brouillon a été créé"
    )
    static let quote = Kind(
        testDescription: "quote",
        new: "/devis/nouveau",
        table: "quotes",
        begun: "Ce devis a été créé"
    )
    static let schedule = Kind(
        testDescription: "recurring invoice",
        new: "/recurrentes/nouvelle",
        table: "schedules",
        begun: "Cette récurrente a été créée"
    )
    static let all = [invoice, quote, schedule]

    let story = Story()
    let jeanne: Freelancer
    let client: Int64
    let browser: Browser

    init() throws {
        jeanne = try story.freelancer()
        client = try story.client(of: jeanne)
        browser = Browser(story, of: jeanne)
    }

    /// All fields that any kind needs, with those that a page carries.
    private func fields(_ subject: String, from page: Browser.Page?) -> [(String, String)] {
        let soon = story.now.parisDay.adding(days: 9).iso
        let head = [
            ("client", "\(client)"), ("subject", subject), ("payment_term_days", "30"), ("valid_until", soon),
            ("every", "1"), ("period", "mois"), ("first_on", soon), ("mode", "draft"),
        ]
        return (page.map { $0.key + $0.seen } ?? []) + head + line("Affiche")
    }

    private func line(_ designation: String, _ price: String = "100") -> [(String, String)] {
        [
            ("designation", designation), ("quantity", "1"), ("unit", ""), ("price", price), ("vat", "franchise"),
            ("discount", ""),
        ]
    }

    /// The address that a page's editor is sent to.
    private func target(_ page: Browser.Page) -> String? {
        page.text.before("\" class=\"editor\"")?.split(separator: "action=\"").last.map(String.init)
    }

    @Test(arguments: all) func `sent three times makes one document`(kind: Kind) throws {
        let page = try browser.open(kind.new)
        let answers = try (1...3).map { _ in try browser.send(kind.new, fields("Une affiche", from: page)) }
        #expect(answers.allSatisfy { $0.status == 200 } && Set(answers.map(\.path)).count == 1)
        #expect(try story.count(kind.table) == 1)
    }

    @Test func `sent from many windows at once makes one document`() throws {
        let (database, now, companyID, client) = (story.database, story.now, jeanne.companyID, client)
        let (draft, offer) = (
            SavedDraft(clientID: client, subject: "", lines: [.work], suppliedOn: nil, paymentTermDays: 30),
            SavedQuote(
                clientID: client,
                subject: "",
                reference: "",
                lines: [.work],
                validUntil: now.parisDay,
                conditions: ""
            )
        )
        let form = story.newForm
        let saved = race(6) { runner in
            let office = Story.office(on: database.connect(as: .dashboard), at: now, seed: runner)
            return [
                try SaveDraft(companyID: companyID, draft: draft, from: form).run(in: office),
                try SaveQuote(companyID: companyID, quote: offer, from: form).run(in: office),
            ]
        }
        let ids = saved.compactMap { try? $0.get() }
        #expect(ids.count == 6 && Set(ids).count == 1)
        #expect(try story.count("invoices") == 1 && story.count("quotes") == 1)
    }

    @Test(arguments: all) func `without its key makes none, and gets one`(kind: Kind) throws {
        try browser.open(kind.new)
        let page = try browser.send(kind.new, fields("Une affiche", from: nil))
        #expect(page.status == 422 && page.text.contains("Rien n’a encore été enregistré"))
        #expect(try story.count(kind.table) == 0)
        #expect(try browser.send(kind.new, fields("Une affiche", from: page)).status == 200)
        #expect(try story.count(kind.table) == 1)
    }

    @Test(arguments: all) func `keeps its key while one goes on typing`(kind: Kind) throws {
        let page = try browser.open(kind.new)
        let longer = try browser.send(kind.new, fields("Une affiche", from: page) + [("action", "add")])
        #expect(!longer.key.isEmpty && longer.key.first?.1 == page.key.first?.1)
    }

    @Test(arguments: all)
    func `that one comes back to with other words changes what it made, once that is meant`(kind: Kind) throws {
        let page = try browser.open(kind.new)
        try browser.send(kind.new, fields("Une affiche", from: page))
        let refused = try browser.send(kind.new, fields("Deux affiches", from: page))
        #expect(refused.status == 409 && refused.text.contains("\(kind.begun) entre-temps"))
        #expect(refused.text.contains("Deux affiches"))
        let address = try #require(target(refused))
        #expect(address != kind.new)
        #expect(try browser.send(address, fields("Deux affiches", from: refused)).status == 200)
        #expect(try browser.open(address).text.contains("Deux affiches"))
    }

    @Test(arguments: [invoice, quote], ["save", "add", "compute"])
    func `of a document that another window removed keeps what was typed, for a new one`(
        kind: Kind,
        action: String
    ) throws {
        let saved = try browser.send(kind.new, fields("Une affiche", from: try browser.open(kind.new)))
        let mine = try browser.open(saved.path)
        try browser.send(saved.path + "/supprimer")
        let typed = fields("Deux affiches", from: mine) + line("Livre", "12,5") + [("action", action)]
        let refused = try browser.send(saved.path, typed)
        #expect(refused.status == 404 && refused.text.contains("a été supprimé"))
        #expect(refused.text.contains("Deux affiches") && refused.text.contains("value=\"12,5\""))
        #expect(target(refused) == kind.new)
        #expect(refused.text.contains(">Enregistrer comme nouveau brouillon</button>"))
        #expect(try browser.send(kind.new, fields("Deux affiches", from: refused)).status == 200)
        #expect(try story.count(kind.table) == 1)
    }

    @Test(arguments: [invoice, quote])
    func `of a document that went out meanwhile keeps what was typed, for a new one`(kind: Kind) throws {
        let saved = try browser.send(kind.new, fields("Une affiche", from: try browser.open(kind.new)))
        let id = try #require(saved.path.split(separator: "/").last.flatMap { Int64($0) })
        let mine = try browser.open(saved.path)
        if kind.table == "quotes" {
            try SendQuote(companyID: jeanne.companyID, quoteID: id, mail: nil).run(in: story.office(of: .dashboard))
        } else {
            _ = try story.issue(id, of: jeanne)
        }
        let refused = try browser.send(saved.path, fields("Deux affiches", from: mine))
        #expect(refused.status == 409 && refused.text.contains("ne peut plus être modifié"))
        #expect(refused.text.contains("Deux affiches") && target(refused) == kind.new)
        #expect(try browser.send(kind.new, fields("Deux affiches", from: refused)).status == 200)
        #expect(try story.count(kind.table) == 2)
    }

    @Test(arguments: all) func `removes a line, whichever, and never the last`(kind: Kind) throws {
        let page = try browser.open(kind.new)
        let three = fields("Objet", from: page) + line("Livre", "12,5") + line("Carte", "3")
        let two = try browser.send(kind.new, three + [("action", "remove-1")])
        #expect(two.status == 200)
        #expect(two.text.contains("Affiche") && !two.text.contains("Livre") && two.text.contains("Carte"))
        #expect(two.text.contains("Ligne 2") && !two.text.contains("Ligne 3"))
        #expect(two.text.contains("data-total=\"due\">103,00\u{202F}€"))
        #expect(two.text.contains("value=\"remove-1\">Supprimer la ligne<span class=\"unseen\"> 2</span></button>"))
        let none = try browser.send(kind.new, fields("Objet", from: page) + [("action", "remove-0")])
        #expect(none.text.contains("Ligne 1") && !none.text.contains("Affiche"))
        for row in ["remove-3", "remove--1", "remove-x"] {
            let same = try browser.send(kind.new, three + [("action", row)])
            #expect(same.status == 200 && same.text.contains("Livre"), "\(row)")
        }
        #expect(try story.count(kind.table) == 0)
    }

    @Test(arguments: all) func `says whether it is saved`(kind: Kind) throws {
        let page = try browser.open(kind.new)
        #expect(page.text.contains("data-saved=\"Modifications non enregistrées\""))
        guard kind.table != "schedules" else { return }
        #expect(page.text.contains(">Pas encore enregistré</p>"))
        let saved = try browser.send(kind.new, fields("Une affiche", from: page))
        #expect(saved.text.contains(">Brouillon enregistré à "))
    }

    @Test(arguments: all) func `shows the document beside it, and writes nothing down`(kind: Kind) throws {
        let page = try browser.open(kind.new)
        #expect(page.text.contains("data-look=\"look\""))
        let look = fields("Une affiche", from: nil) + [("action", "look")]
        let picture = try browser.send(kind.new, look)
        #expect(picture.response.headers["content-type"] == "image/svg+xml")
        #expect(try browser.send(kind.new, [("action", "look")]).text.contains("dès que le client est choisi"))
        let empty = look.map { $0.0 == "price" || $0.0 == "designation" ? ($0.0, "") : $0 }
        #expect(try browser.send(kind.new, empty).text.contains("Ajoutez au moins une ligne"))
        #expect(try story.count(kind.table) == 0)
    }

    @Test func `opens the whole quote as a file, marked as a draft`() throws {
        let look = fields("Une affiche", from: try browser.open("/devis/nouveau")) + [("action", "preview")]
        #expect(try browser.send("/devis/nouveau", look).text.hasPrefix("%PDF"))
        #expect(try story.count("quotes") == 0)
    }

    @Test func `offers the deposits of its client alone, and speaks of them once one is taken off`() throws {
        let bill = try story.issue(try story.draft(for: client, of: jeanne, kind: .deposit), of: jeanne)
        try story.receive(Cents(135_000), for: bill)
        let hidden = "<dd data-only=\"deposits\" data-total=\"deposits\" hidden>"
        #expect(try browser.open("/factures/nouvelle").text.contains(hidden))
        let other = try story.client(of: jeanne)
        let their = try browser.open("/factures/nouvelle?client=\(other)").text
        #expect(their.contains("<fieldset class=\"deposits\" hidden>") && their.contains(hidden))
        let switched = fields("Solde", from: nil).filter { $0.0 != "client" }
        let shown = try browser.send(
            "/factures/nouvelle",
            switched + [("client", "\(other)"), ("deposit", "\(bill.id)"), ("action", "compute")]
        )
        #expect(shown.text.contains(hidden) && !shown.text.contains("checked> Acompte"))
        let page = try browser.open("/factures/nouvelle?acompte=\(bill.id)").text
        #expect(page.contains("<dd data-only=\"deposits\" data-total=\"deposits\">\u{2212}1\u{202F}350,00\u{202F}€"))
    }
}
