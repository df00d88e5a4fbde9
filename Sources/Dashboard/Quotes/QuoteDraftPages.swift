import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// An empty editor; with the content of a quote whose client was erased, for another one.
    func newQuote(_ desk: Desk, _ visit: Visit) throws -> Response {
        let editor = try quoteEditor(desk)
        let seller = editor.company.seller
        var input = QuoteInput(today: today, vat: seller.usualVAT)
        if let id = visit.request.query["modele"].flatMap(Route.id) {
            guard let model = try reader.savedQuote(id, of: desk.companyID) else { throw NotFound() }
            let validUntil = input.validUntil
            input = QuoteInput(model, seller.charging(model.lines).lines, vat: seller.usualVAT)
            (input.seen, input.clientID, input.validUntil) = ("", "", validUntil)
        }
        if let id = visit.request.query["client"].flatMap(Route.id) {
            input.clientID = String(try knownClient(desk, id).id)
        }
        return try editor.begin(input)
    }

    /// The editor of a quote that was saved.
    func quoteDraft(_ desk: Desk, _ quote: Quote) throws -> Response {
        guard let saved = try reader.savedQuote(quote.id, of: desk.companyID) else { throw NotFound() }
        let editor = try quoteEditor(desk)
        let charged = editor.company.seller.charging(saved.lines)
        let input = QuoteInput(saved, charged.lines, vat: editor.company.seller.usualVAT)
        return try editor.show(EditorState(input, of: quote.id, notice: charged.notice()))
    }

    func saveQuote(_ desk: Desk, _ visit: Visit, _ id: Int64?) throws -> Response {
        try quoteEditor(desk).answer(visit.form, id)
    }

    private func quoteEditor(_ desk: Desk) throws -> QuoteEditor {
        QuoteEditor(site: self, desk: desk, company: try company(desk))
    }

    func removeQuote(_ desk: Desk, _ id: Int64) throws -> Response {
        try RemoveQuote(companyID: desk.companyID, quoteID: id).run(in: office)
        return .done(.draftRemoved, at: "/devis")
    }

    func duplicateQuote(_ desk: Desk, _ id: Int64) throws -> Response {
        do {
            let copy = try DuplicateQuote(companyID: desk.companyID, quoteID: id).run(in: office)
            return .done(.quoteDrafted, at: "/devis/\(copy)")
        } catch is ErasedClient {
            return .redirect(to: "/devis/nouveau?modele=\(id)")
        }
    }

    /// A quote of this company.
    func quote(_ desk: Desk, _ id: Int64) throws -> Quote {
        guard let quote = try reader.quote(id, of: desk.companyID) else { throw NotFound() }
        return quote
    }
}
