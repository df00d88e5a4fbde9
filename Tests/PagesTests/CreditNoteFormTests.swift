import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// « Créer un avoir », when it is refused.
@Suite(.database(.needme)) struct `The form of a credit note` {
    private static let deducted =
        "Cet acompte est déduit d’une autre facture\u{A0}: annulez d’abord celle-ci par un avoir."

    let story = Story()
    let jeanne: Freelancer
    let browser: Browser
    /// Of a deposit that another invoice deducts: no credit note may take it back.
    let path: String

    init() throws {
        jeanne = try story.freelancer()
        browser = Browser(story, of: jeanne)
        let client = try story.client(of: jeanne)
        let deposit = try story.issue(try story.draft(for: client, of: jeanne, kind: .deposit), of: jeanne)
        try story.receive(Cents(135_000), for: deposit)
        let balance = try story.draft([.work, .work], for: client, of: jeanne, deposits: [deposit.id])
        _ = try story.issue(balance, of: jeanne)
        path = "/factures/\(deposit.id)/avoir"
    }

    @Test func `says above what keeps the whole invoice from being taken back`() throws {
        let refused = try send([("portee", "tout")])
        #expect(refused.status == 422)
        #expect(refused.text.contains("<p class=\"alert\" role=\"alert\">\(Self.deducted)</p>"))
        #expect(refused.text.contains("value=\"tout\" checked"))
        #expect(!refused.text.contains("champs signalés"))
    }

    @Test func `says beside the amount what keeps it from being taken back`() throws {
        let refused = try send([("portee", "montant"), ("amount", "100")])
        #expect(refused.status == 422)
        #expect(refused.text.contains("id=\"amount-message\">\(Self.deducted)</p>"))
    }

    private func send(_ fields: [(String, String)]) throws -> Browser.Page {
        try browser.send(path, fields + [("reason", "Erreur")] + (try browser.open(path).key))
    }
}
