import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing
import Web

/// Two windows show the same thing, and both are saved.
@Suite(.database(.needme)) struct `Two windows` {
    /// Something that a form changes.
    struct Form: Sendable, CustomTestStringConvertible {
        let testDescription: String
        /// The address of the form, and where the other version is seen.
        let paths: @Sendable (Int64) -> (form: String, other: String)
        /// The field that is changed.
        let field: String
        /// All other fields that the form needs; of the document's client.
        let rest: @Sendable (Int64) -> [(String, String)]
        /// What there is to change, for a client.
        let make: @Sendable (Story, Freelancer, Int64) throws -> Int64
        /// Where the form is sent when that is not where it stands.
        var sentTo: String?

        /// A form of « Mon entreprise », of which there is one.
        static func ofCompany(
            _ name: String,
            at page: String,
            sentTo: String? = nil,
            _ field: String,
            _ rest: [(String, String)]
        ) -> Form {
            Form(
                testDescription: name,
                paths: { _ in (page, page) },
                field: field,
                rest: { _ in rest },
                make: { _, freelancer, _ in freelancer.companyID },
                sentTo: sentTo
            )
        }
    }

    static let line = [("designation", "Affiche"), ("quantity", "1"), ("price", "100")]

    static let forms = [
        Form(
            testDescription: "draft",
            paths: { ("/factures/\($0)", "/factures/\($0)") },
            field: "subject",
            rest: { [("client", "\($0)"), ("payment_term_days", "30")] + line },
            make: { try $0.draft(for: $2, of: $1) }
        ),
        Form(
            testDescription: "quote",
            paths: { ("/devis/\($0)", "/devis/\($0)") },
            field: "subject",
            rest: { [("client", "\($0)"), ("valid_until", "2026-12-31")] + line },
            make: { try $0.quote(for: $2, of: $1) }
        ),
        Form(
            testDescription: "client",
            paths: { ("/clients/\($0)/modifier", "/clients/\($0)") },
            field: "name",
            rest: { _ in [("kind", "person")] },
            make: { _, _, client in client }
        ),
        Form(
            testDescription: "article",
            paths: { ("/articles/\($0)", "/articles/\($0)") },
            field: "designation",
            rest: { _ in [("price", "100")] },
            make: { story, freelancer, _ in
                let price = try #require(UnitPrice("90"))
                let offer = Offer(designation: "Affiche", unit: "", unitPrice: price, vat: .franchise)
                return try SaveArticle(companyID: freelancer.companyID, articleID: nil, offer: offer)
                    .run(in: story.office(of: .dashboard))
            }
        ),
        Form(
            testDescription: "recurring invoice",
            paths: { ("/recurrentes/\($0)/modifier", "/recurrentes/\($0 + 1)") },
            field: "subject",
            rest: {
                [("client", "\($0)"), ("payment_term_days", "30"), ("every", "1"), ("first_on", "2026-12-01")] + line
            },
            make: { story, freelancer, client in
                let rhythm = Rhythm(every: 1, unit: .month, first: story.now.parisDay, end: .never)
                return try story.schedule(rhythm, .draft, for: client, of: freelancer)
            }
        ),
        .ofCompany(
            "company",
            at: "/entreprise",
            "trade_name",
            [
                ("name", "Jeanne"), ("siren", "732829320"), ("street", "1 rue"), ("postal_code", "35000"),
                ("city", "Rennes"), ("activity", "service"), ("regime", "franchise"),
            ]
        ),
        .ofCompany("notices", at: "/entreprise/documents", "registration", [("insurance", "MAIF")]),
        .ofCompany("mails", at: "/entreprise/e-mails", "invoice_subject", [("invoice_text", "Bonjour")]),
        .ofCompany(
            "reminders",
            at: "/entreprise/e-mails",
            sentTo: "/entreprise/e-mails/relances",
            "objet-avant",
            ["jour", "retard", "dernier"].map { ("objet-\($0)", "Relance") }
                + ["avant", "jour", "retard", "dernier"].map { ("message-\($0)", "Bonjour") } + [("envoi", "non")]
        ),
    ]

    let story = Story()
    let jeanne: Freelancer
    let client: Int64
    let browser: Browser

    init() throws {
        story.now = Instant(seconds: 1_780_000_000)  // May 2026
        jeanne = try story.freelancer()
        client = try story.client(of: jeanne)
        browser = Browser(story, of: jeanne)
    }

    @Test(arguments: forms) func `keep what was typed in both, until one says which is right`(form: Form) throws {
        let (id, path) = try open(form)
        let (mine, theirs) = (try browser.open(path.form), try browser.open(path.form))
        #expect(try save(form, path.form, "Les leurs", seen: theirs).status == 200)
        let refused = try save(form, path.form, "Les miens", seen: mine)
        #expect(refused.status == 409)
        #expect(refused.text.contains("entre-temps, depuis une autre fenêtre"))
        #expect(refused.text.contains("Les miens") && !refused.text.contains("Les leurs"))
        #expect(refused.text.contains("<a href=\"\(path.other)\" target=\"_blank\">Voir l’autre version"))
        #expect(refused.text.contains(">Enregistrer ma version quand même</button>"))
        #expect(try browser.open(path.form).text.contains("Les leurs"), "\(id) is as the other window left it")
        #expect(try save(form, path.form, "Les miens", seen: refused).status == 200)
        #expect(try browser.open(path.form).text.contains("Les miens"))
    }

    @Test(arguments: forms) func `are not in each other's way when both say the same`(form: Form) throws {
        let (_, path) = try open(form)
        let page = try browser.open(path.form)
        for _ in 1...2 { #expect(try save(form, path.form, "La même chose", seen: page).status == 200) }
    }

    @Test(arguments: forms) func `cannot be passed over by leaving the field out`(form: Form) throws {
        let (_, path) = try open(form)
        try browser.open(path.form)
        #expect(try save(form, path.form, "Sans rien lire", seen: nil).status == 409)
        #expect(try !browser.open(path.form).text.contains("Sans rien lire"))
    }

    @Test func `of one company may change what stands on different tabs`() throws {
        let tabs = ["company", "notices", "mails"].compactMap { name in
            Self.forms.first { $0.testDescription == name }
        }
        let pages = try tabs.map { try browser.open($0.paths(0).form) }
        for (form, page) in zip(tabs, pages) {
            #expect(try save(form, form.paths(0).form, "Le nôtre", seen: page).status == 200)
        }
        #expect(try story.reader.company(jeanne.companyID)?.seller.tradeName == "Le nôtre")
        #expect(try story.reader.company(jeanne.companyID)?.seller.notices.registration == "Le nôtre")
    }

    @Test func `in which a company is first described lose nothing`() throws {
        let form = try #require(Self.forms.first { $0.testDescription == "company" })
        let browser = Browser(story)
        try browser.open("/inscription")
        let account = [("email", "zoe@exemple.fr"), ("password", "un mot de passe long")]
        let page = try browser.send("/inscription", account)
        let first = [("trade_name", "Première")] + form.rest(client) + page.seen
        for _ in 1...2 { #expect(try browser.send("/entreprise", first).status == 200) }
        let second = try browser.send("/entreprise", [("trade_name", "Seconde")] + form.rest(client) + page.seen)
        #expect(second.status == 409 && second.text.contains("Seconde"))
    }

    @Test func `are told of a third one`() throws {
        let form = Self.forms[0]
        let (_, path) = try open(form)
        let mine = try browser.open(path.form)
        try save(form, path.form, "Deuxième", seen: mine)
        let refused = try save(form, path.form, "Première", seen: mine)
        try save(form, path.form, "Troisième", seen: try browser.open(path.form))
        #expect(try save(form, path.form, "Première", seen: refused).status == 409)
    }

    @Test func `are remembered while one goes on typing`() throws {
        let form = Self.forms[0]
        let (_, path) = try open(form)
        let mine = try browser.open(path.form)
        try save(form, path.form, "Deuxième", seen: mine)
        let more = [("action", "add"), ("subject", "Première")] + form.rest(client) + mine.seen
        let longer = try browser.send(path.form, more)
        #expect(longer.text.contains("Ligne 2"))
        #expect(try save(form, path.form, "Première", seen: longer).status == 409)
    }

    @Test func `may both look at the document, which writes nothing down`() throws {
        let form = Self.forms[0]
        let (id, path) = try open(form)
        let page = try browser.open(path.form)
        let before = try story.reader.draft(id, of: jeanne.companyID)
        let look = [("action", "preview"), ("subject", "Vu"), ("discount", "")] + form.rest(client)
        for address in [path.form, "/factures/nouvelle"] {
            #expect(try browser.send(address, look).text.hasPrefix("%PDF"))
        }
        #expect(try story.reader.draft(id, of: jeanne.companyID) == before)
        #expect(try story.count("invoices") == 1)
        let beside = look.dropFirst() + [("action", "look")]
        let picture = try browser.send(path.form, Array(beside))
        #expect(picture.response.headers["content-type"] == "image/svg+xml")
        #expect(try browser.send(path.form, [("action", "look")]).text.contains("dès que le client est choisi"))
        #expect(try story.reader.draft(id, of: jeanne.companyID) == before)
        let unpriced = [("client", "\(client)"), ("payment_term_days", "30"), ("action", "preview")]
        let refused = try browser.send("/factures/nouvelle", unpriced)
        #expect(refused.status == 422 && refused.text.contains("Ajoutez au moins une ligne"))
        #expect(try save(form, path.form, "Enregistré", seen: page).status == 200)
    }

    @Test func `at the same moment lose nothing`() throws {
        let draft = try story.draft(for: client, of: jeanne)
        let saved = try #require(try story.reader.draft(draft, of: jeanne.companyID))
        let (database, now, companyID, seen) = (story.database, story.now, jeanne.companyID, Edition(of: saved))
        let outcomes = race(6) { runner in
            let mine = SavedDraft(
                clientID: saved.clientID,
                subject: "\(runner)",
                lines: saved.lines,
                suppliedOn: nil,
                paymentTermDays: 30
            )
            _ = try SaveDraft(companyID: companyID, draft: mine, from: .saved(draft), seen: seen)
                .run(in: Story.office(on: database.connect(as: .dashboard), at: now, seed: runner))
        }
        #expect(outcomes.count { (try? $0.get()) != nil } == 1)
    }

    private func open(_ form: Form) throws -> (id: Int64, path: (form: String, other: String)) {
        let id = try form.make(story, jeanne, client)
        return (id, form.paths(id))
    }

    @discardableResult
    private func save(_ form: Form, _ path: String, _ text: String, seen page: Browser.Page?) throws -> Browser.Page {
        let seen = form.sentTo.flatMap { page?.seen(sentTo: $0) } ?? page?.seen ?? []
        return try browser.send(form.sentTo ?? path, [(form.field, text)] + form.rest(client) + seen)
    }
}

@Suite struct `An edition` {
    @Test func `is another as soon as anything is`() throws {
        let line = InvoiceLine.work
        func draft(
            _ client: Int64 = 1,
            _ subject: String = "a",
            _ lines: [InvoiceLine] = [.work],
            _ term: Int = 30,
            _ kind: InvoiceKind = .invoice,
            _ order: String = "",
            _ deposits: [Int64] = []
        ) -> SavedDraft {
            SavedDraft(
                clientID: client,
                subject: subject,
                lines: lines,
                suppliedOn: nil,
                paymentTermDays: term,
                kind: kind,
                purchaseOrder: order,
                depositIDs: deposits
            )
        }
        let others = [
            draft(2), draft(1, "b"), draft(1, "a", []), draft(1, "a", [line, line]), draft(1, "a", [line], 31),
            draft(1, "a", [line], 30, .deposit), draft(1, "a", [line], 30, .invoice, "x"),
            draft(1, "a", [line], 30, .invoice, "", [1]), draft(1, "a\", subject: \"b"),
            draft(1, "a", [.line("x", "1", "1", unit: "", .franchise)]),
            draft(1, "a", [.line("x", "1", "1,01", unit: "", .franchise)]),
        ]
        let texts = ([draft()] + others).map { Edition(of: $0).text }
        #expect(Set(texts).count == texts.count)
        #expect(Edition(of: draft()) == Edition(of: draft()))
    }
}
