import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// A form that counts once, sent without what makes it so, says what happened and lets one go on.
@Suite(.database(.needme)) struct `A form whose key is not one of ours` {
    let story = Story()
    let jeanne: Freelancer
    let browser: Browser

    init() throws {
        jeanne = try story.freelancer()
        browser = Browser(story, of: jeanne)
    }

    private static let mail = [
        ("recipient", "zoe@exemple.fr"), ("subject", "Bonjour"), ("message", "Voici un mot."), ("mode", "mail"),
    ]

    /// Sends a form twice: with a key that cannot be one, then with that of the page that says so.
    private func send(_ path: String, _ fields: [(String, String)], keeps typed: [String]) throws {
        let seen = try browser.open(path).seen
        for key in [[], [("cle", "x")]] {
            let refused = try browser.send(path, fields + seen + key)
            #expect(refused.status == 422)
            #expect(refused.text.contains("role=\"alert\">Ce formulaire n’est plus valable"), "\(path)")
            for text in typed { #expect(refused.text.contains(text), "\(path): \(text)") }
            #expect(refused.key.first.flatMap { Token($0.1) } != nil, "\(path)")
        }
        let refused = try browser.send(path, fields + seen)
        #expect(try browser.send(path, fields + seen + refused.key).status == 200, "\(path)")
    }

    @Test func `of a credit note`() throws {
        let bill = try story.bill(from: jeanne)
        let fields = [("portee", "montant"), ("amount", "123,45"), ("reason", "Geste de fin d’année")]
        try send("/factures/\(bill.id)/avoir", fields, keeps: ["value=\"123,45\"", "Geste de fin d’année"])
        #expect(try story.reader.creditNotes(of: bill.id).map(\.creditNote.amount) == [Cents(12_345)])
    }

    @Test func `of the mail of an invoice`() throws {
        let bill = try story.bill(from: jeanne)
        let fields = Self.mail + [("online_payment", "non"), ("copie", "oui")]
        try send("/factures/\(bill.id)/envoyer", fields, keeps: ["zoe@exemple.fr", "Voici un mot.", "checked"])
        #expect(try story.count("sendings") == 2)
    }

    @Test func `of the mail of a quote`() throws {
        let quote = try story.quote(for: try story.client(of: jeanne), of: jeanne)
        try send("/devis/\(quote)/envoyer", Self.mail, keeps: ["zoe@exemple.fr", "Voici un mot."])
        #expect(try story.count("sendings") == 1)
    }
}
