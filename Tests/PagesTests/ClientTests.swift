import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `A client` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser
    private let card = [
        ("kind", "business"), ("name", "Atelier Durand"), ("street", "1 rue"), ("postal_code", "75011"),
        ("city", "Paris"),
    ]

    init() throws {
        freelancer = try story.freelancer()
        browser = Browser(story, of: freelancer)
        try browser.open("/clients/nouveau")
    }

    private func clients() throws -> [Client] {
        try story.reader.clients(named: nil, of: freelancer.companyID, at: nil).rows
    }

    @Test func `has numbers that are those of one business`() throws {
        let other = card + [("siren", "552100554"), ("siret", "73282932000074"), ("vat_number", "FR44732829320")]
        let page = try browser.send("/clients/nouveau", other)
        #expect(page.status == 422)
        #expect(page.text.contains("id=\"siret-message\""))
        #expect(try clients().isEmpty)
        let fields = [("siret", "732 829 320 00074"), ("phone", "01 02 03 04 05"), ("notes", "Appeler le matin")]
        #expect(try browser.send("/clients/nouveau", card + fields).status == 200)
        let client = try #require(try clients().first)
        #expect(client.buyer.siren?.digits == "732829320")
        #expect(client.details.siret?.digits == "73282932000074")
        #expect(client.details.phone == "01 02 03 04 05" && client.details.notes == "Appeler le matin")
    }

    @Test(arguments: ["12", "+33 (0)2 abc", "☎️ 0102030405"]) func `has a number that can be called`(phone: String)
        throws
    {
        #expect(try browser.send("/clients/nouveau", card + [("phone", phone)]).status == 422)
    }

    @Test func `who exists already is warned of, and added all the same`() throws {
        try browser.send("/clients/nouveau", card)
        let page = try browser.send("/clients/nouveau", card)
        #expect(page.text.contains("existe peut-être déjà"))
        #expect(try clients().count == 1)
        try browser.send("/clients/nouveau", card + [("autre_client", "oui")])
        #expect(try clients().count == 2)
    }

    @Test func `is warned of by number and by address of mail, and never of another company's`() throws {
        try browser.send("/clients/nouveau", card + [("siren", "732829320"), ("email", "a@durand.exemple")])
        for (name, value) in [("siren", "732829320"), ("email", "A@durand.exemple")] {
            let fields = [("name", "Autre nom")] + card.filter { $0.0 != "name" } + [(name, value)]
            #expect(try browser.send("/clients/nouveau", fields).text.contains("existe peut-être déjà"), "\(name)")
        }
        let stranger = Browser(story, of: try story.freelancer("paul@exemple.fr"))
        try stranger.open("/clients/nouveau")
        #expect(!(try stranger.send("/clients/nouveau", card).text.contains("existe peut-être déjà")))
    }

    @Test func `who is archived is offered nowhere, and what went on by itself is paused`() throws {
        try browser.send("/clients/nouveau", card)
        let client = try #require(try clients().first?.id)
        let rhythm = Rhythm(every: 1, unit: .month, first: story.now.parisDay, end: .never)
        let schedule = try story.schedule(rhythm, .draft, for: client, of: freelancer)
        #expect(try browser.send("/clients/\(client)/archiver").text.contains("Archivé"))
        #expect(!(try browser.open("/factures/nouvelle").text.contains("Atelier Durand")))
        #expect(try browser.open("/factures/nouvelle?client=\(client)").text.contains("Atelier Durand"))
        #expect(!(try browser.open("/clients").text.contains("Atelier Durand")))
        #expect(try browser.open("/clients?etat=archives").text.contains("Atelier Durand"))
        #expect(try browser.send("/recurrentes/\(schedule)/reprendre").text.contains("désarchivez-le"))
        #expect(try story.reader.schedule(schedule, of: freelancer.companyID)?.state == .paused)
        try browser.send("/clients/\(client)/desarchiver")
        try browser.send("/recurrentes/\(schedule)/reprendre")
        #expect(try story.reader.schedule(schedule, of: freelancer.companyID)?.state == .active)
    }

    @Test func `has a history with what came of it`() throws {
        let client = try story.client(of: freelancer)
        let bills = try (1...3).map { _ in
            try story.issue(try story.draft(for: client, of: freelancer), of: freelancer)
        }
        for (bill, days) in zip(bills, [Int64(4), 6]) {
            story.wait(seconds: days * 86_400)
            try story.receive(Cents(135_000), for: bill)
        }
        try story.credit(bills[2])
        let day = story.now.parisDay
        let figures = try story.reader.figures(ofClient: client, on: day)
        #expect(figures.invoices == 3 && figures.collected == Cents(270_000))
        #expect(figures.outstanding == .zero && figures.overdue == .zero)
        #expect(figures.medianDelay == 7)
        let page = try browser.open("/clients/\(client)").text
        #expect(page.contains("2\u{202F}700,00\u{202F}€") && page.contains("A-2026-0001"))
        for bill in bills { #expect(page.contains(bill.number.text)) }
    }
}
