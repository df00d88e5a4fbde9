import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// Whoever saves a recurring invoice twice would have their client billed twice.
@Suite(.database(.needme)) struct `The form of a recurring invoice` {
    let story = Story()
    let jeanne: Freelancer
    let client: Int64
    let browser: Browser
    let new = "/recurrentes/nouvelle"

    init() throws {
        jeanne = try story.freelancer()
        client = try story.client(of: jeanne)
        browser = Browser(story, of: jeanne)
    }

    /// All fields, with those that a page carries.
    private func fields(_ price: String, from page: Browser.Page?, on day: Day? = nil) -> [(String, String)] {
        (page.map { $0.key + $0.seen } ?? []) + [
            ("client", "\(client)"), ("payment_term_days", "30"), ("designation", "Maintenance"), ("quantity", "1"),
            ("price", price), ("every", "1"), ("period", "mois"), ("first_on", (day ?? story.now.parisDay).iso),
            ("mode", "draft"),
        ]
    }

    private func schedules() throws -> [Schedule] {
        try story.reader.schedules(of: jeanne.companyID, before: nil, limit: 9)
    }

    private func going() throws -> [Cents] { try schedules().filter { $0.state == .active }.map(\.total) }

    private func begin() throws -> (id: Int64, page: Browser.Page) {
        let page = try browser.open(new)
        #expect(try browser.send(new, fields("100", from: page)).status == 200)
        return (try #require(try schedules().first).id, page)
    }

    @Test func `sent twice begins one`() throws {
        let (id, page) = try begin()
        let again = try browser.send(new, fields("100", from: page))
        #expect(again.status == 200 && again.path.hasPrefix("/recurrentes/\(id)"))
        #expect(try schedules().count == 1)
    }

    @Test func `without its key begins none, and gets one`() throws {
        try browser.open(new)
        let page = try browser.send(new, fields("100", from: nil))
        #expect(page.status == 422)
        #expect(try schedules().isEmpty)
        #expect(try browser.send(new, fields("100", from: page)).status == 200)
        #expect(try going() == [Cents(10_000)])
    }

    @Test func `that one comes back to with another price changes what it began, once that is meant`() throws {
        let (id, page) = try begin()
        let refused = try browser.send(new, fields("120", from: page))
        #expect(refused.status == 409 && refused.text.contains("Cette récurrente a été créée entre-temps"))
        #expect(
            refused.text.contains("action=\"/recurrentes/\(id)/modifier\"") && refused.text.contains("value=\"120\"")
        )
        #expect(try going() == [Cents(10_000)])
        #expect(try browser.send("/recurrentes/\(id)/modifier", fields("120", from: refused)).status == 200)
        #expect(try going() == [Cents(12_000)])
    }

    @Test func `that changes one, saved and come back to, leaves one going`() throws {
        let (id, _) = try begin()
        let path = "/recurrentes/\(id)/modifier"
        let page = try browser.open(path)
        for _ in 1...2 { #expect(try browser.send(path, fields("120", from: page)).status == 200) }
        let refused = try browser.send(path, fields("150", from: page))
        #expect(refused.status == 409 && refused.text.contains("Cette récurrente a été modifiée entre-temps"))
        #expect(try going() == [Cents(12_000)])
        #expect(try browser.send(path, fields("150", from: refused)).status == 200)
        #expect(try going() == [Cents(15_000)])
        #expect(try browser.open("/recurrentes/\(id)").text.contains("remplacée"))
    }

    @Test func `begun before an invoice was made bills no day twice`() throws {
        let (id, _) = try begin()
        let path = "/recurrentes/\(id)/modifier"
        let page = try browser.open(path)
        try story.makeDueInvoices()
        let refused = try browser.send(path, fields("120", from: page))
        #expect(refused.status == 422 && refused.text.contains("id=\"first_on-message\""))
        let later = story.now.parisDay.adding(days: 30)
        let unseen = try browser.send(path, fields("120", from: refused, on: later))
        #expect(
            unseen.status == 409 && unseen.text.contains("NeedMe a fait une facture de cette récurrente entre-temps")
        )
        #expect(!unseen.text.contains("fenêtre"))
        #expect(try browser.send(path, fields("120", from: unseen, on: later)).status == 200)
        try story.makeDueInvoices()
        #expect(try story.count("invoices") == 1)
    }

    @Test func `changed in another window, whose invoice was made too, speaks of that window`() throws {
        let (id, _) = try begin()
        let path = "/recurrentes/\(id)/modifier"
        let page = try browser.open(path)
        #expect(try browser.send(path, fields("110", from: page)).status == 200)
        try story.makeDueInvoices()
        let later = story.now.parisDay.adding(days: 30)
        let refused = try browser.send(path, fields("120", from: page, on: later))
        #expect(refused.status == 409 && refused.text.contains("a été modifiée entre-temps, depuis une autre fenêtre"))
    }

    @Test(arguments: SavedSchedule.Mode.allCases)
    func `makes a page that says what will happen, or that nothing does`(mode: SavedSchedule.Mode) throws {
        let rhythm = Rhythm(every: 1, unit: .month, first: story.now.parisDay, end: .never)
        let id = try story.schedule(rhythm, mode, for: client, of: jeanne)
        let promise = mode == .send ? "émettra et enverra" : "préparera pour"
        #expect(try browser.open("/recurrentes/\(id)").text.contains(promise))
        for (gesture, words) in [("pause", "Elle est en pause"), ("terminer", "Elle est terminée")] {
            let page = try browser.send("/recurrentes/\(id)/\(gesture)").text
            #expect(page.contains(words) && !page.contains(promise), "\(gesture)")
        }
    }

    @Test func `of one that has ended keeps what was typed, for another one`() throws {
        let (id, _) = try begin()
        let path = "/recurrentes/\(id)/modifier"
        let page = try browser.open(path)
        try browser.send("/recurrentes/\(id)/terminer")
        let refused = try browser.send(path, fields("120", from: page))
        #expect(refused.status == 409 && refused.text.contains("Cette récurrente est terminée"))
        #expect(refused.text.contains("action=\"\(new)\"") && refused.text.contains("value=\"120\""))
        #expect(try going().isEmpty)
        #expect(try browser.open(path).path == "/recurrentes/\(id)")
    }
}
