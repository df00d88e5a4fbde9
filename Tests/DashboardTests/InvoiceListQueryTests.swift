import Accounting
import Store
import Testing
import Web

@testable import Dashboard

@Suite struct `The address of a list of invoices` {
    private func query(_ text: String) -> InvoiceListQuery { InvoiceListQuery(Form(encoded: Array(text.utf8))) }

    @Test(arguments: [
        "", "etat=en-retard", "q=1%20234%2C56", "periode=2026-T4", "tri=montant",
        "etat=payees&q=durand&periode=2026-11&tri=echeance",
    ])
    func `says what it was read from`(text: String) {
        #expect(query(text).address() == (text.isEmpty ? "/factures" : "/factures?" + text))
    }

    @Test(arguments: ["etat=autre", "periode=hier", "tri=couleur", "q=%20", "apres=x", "autre=1"])
    func `is the whole list when it says nothing that we know`(text: String) {
        #expect(query(text) == InvoiceListQuery())
    }

    @Test func `has what is awaited by urgency`() throws {
        let today = try #require(Day(iso: "2026-11-30"))
        #expect(query("etat=a-encaisser").selection(on: today).order == .dueFirst)
        #expect(query("").selection(on: today).order == .dueLast)
        #expect(query("etat=en-retard&tri=montant").selection(on: today).order == .highest)
        #expect(query("etat=en-retard").selection(on: today).folder == .overdue(on: today))
    }

    @Test func `leads to a place and back`() throws {
        let place = ListPlace(.after, key: -5, id: 7)
        #expect(query("q=a").address(at: place) == "/factures?q=a&apres=-5.7")
        #expect(ListPlace(Form([place.field])) == place)
        for wrong in ["7", "a.7", "1.2.3", "."] { #expect(ListPlace(Form([Form.Field("apres", wrong)])) == nil) }
    }
}
