import Accounting
import French
import Invoicing
import Operations
import Store
import Web

/// The editor of an invoice that is being written.
struct InvoiceEditor: DocumentEditor {
    let site: Dashboard
    let desk: Desk
    let company: Company

    static let words = EditorWords(
        place: .invoices,
        room: "/factures",
        new: "/factures/nouvelle",
        begun: "Ce brouillon a été créé",
        changed: "Ce brouillon a été modifié",
        closed: "Cette facture est finalisée et ne peut plus être modifiée.",
        gone: "Ce brouillon n’existe plus\u{A0}: il a été supprimé.",
        again: "Enregistrer comme nouveau brouillon"
    )

    func standing(_ origin: FormOrigin) throws -> Standing? {
        guard let id = try site.reader.invoiceID(from: origin, of: desk.companyID) else { return nil }
        return try site.reader.draft(id, of: desk.companyID).map { .open(id, Edition(of: $0)) } ?? .closed
    }

    func save(_ content: SavedDraft, from origin: FormOrigin, seen: Edition?) throws -> Int64 {
        try SaveDraft(companyID: desk.companyID, draft: content, from: origin, seen: seen).run(in: site.office)
    }

    func saved(_ id: Int64, then next: String) -> Response {
        next == "finalise"
            ? .redirect(to: words.page(id) + "/finaliser") : .done(.draftSaved, at: words.page(id))
    }

    func quote(of id: Int64) throws -> InvoicedQuote? { try site.reader.quote(ofInvoice: id) }

    func advice(_ content: SavedDraft, _ origin: FormOrigin) throws -> [String: String]? {
        let id = try site.reader.invoiceID(from: origin, of: desk.companyID)
        guard let refusal = try id.flatMap(quote(of:))?.refusal(of: content) else { return nil }
        if case .otherKindThanQuoted = refusal { return ["kind": refusal.french] }
        return ["client": refusal.french]
    }

    func preview(_ content: SavedDraft) throws -> Preview {
        try Preview(content, of: desk.companyID, site.reader, site.office.outside)
    }

    func sentence(_ refusal: IssueRefusal) -> String { refusal.sentence(refusal.french) }

    func sheet(_ state: EditorState<DraftInput>, _ client: Client?, _ lines: [InvoiceLine]?) throws -> EditorSheet {
        let (seller, reader) = (company.seller, site.reader)
        let input = state.quote.map(state.input.given(by:)) ?? state.input
        let isDeposit = input.kind == InvoiceKind.deposit.rawValue
        let deposits = DepositFields(deposits: try free(state.quote), input: input)
        let options = EditorOptions(
            totals: EditorTotals(
                isUnderFranchise: seller.isUnderFranchise,
                totals: lines.map { Totals(of: $0) },
                deducted: isDeposit ? .zero : deposits.chosen,
                dueName: "Net à payer"
            ),
            saved: whetherSaved(state, try state.id.flatMap { try reader.draftSavedAt($0, of: desk.companyID) }),
            buttons: [("finalise", "Finaliser et envoyer"), ("save", "Enregistrer le brouillon")],
            cancel: words.room,
            removal: state.id.map { words.page($0) + "/supprimer" }
        )
        let new = isDeposit ? "Nouvelle facture d’acompte" : "Nouvelle facture"
        return EditorSheet(
            title: state.id == nil ? new : "Modifier le brouillon",
            head: head(input, state.quote, state.messages),
            rest: """
                \(deposits.html)
                \(EditorMentions(seller, client?.buyer, lines ?? [], on: site.today).html)
                """,
            options: options
        )
    }

    /// The paid deposits that an invoice of a quote, or of none, may take off.
    private func free(_ quote: InvoicedQuote?) throws -> [Deposit] {
        try site.reader.freeDeposits(of: desk.companyID).filter { $0.isFree(for: quote) }
    }

    private func kind(_ input: DraftInput, _ quote: InvoicedQuote?, _ message: String?) -> HTML {
        if let quote {
            let text = quote.invoiceKind.french
            return GivenField("kind", "Sorte", value: input.kind, text: text, of: quote, message).html
        }
        let options = InvoiceKind.allCases.map { (value: $0.rawValue, label: $0.french) }
        return FormChoice("kind", "Sorte", options: options, selected: input.kind, message: message).html
    }

    private func head(_ input: DraftInput, _ quote: InvoicedQuote?, _ messages: [String: String]) -> HTML {
        """
        <div class="pair even">
        \(kind(input, quote, messages["kind"]))
        \(FormField("purchase_order", "Bon de commande du client", value: input.purchaseOrder,
                message: messages["purchase_order"], limit: 100).html)
        </div>
        \(FormField("subject", "Objet", value: input.subject, message: messages["subject"]).html)
        <div class="pair even">
        \(FormField("supplied_on", "Date de la prestation", value: input.suppliedOn, message: messages["supplied_on"],
                kind: .date, limit: 10).html)
        \(FormField("payment_term_days", "Délai de paiement, en jours", value: input.paymentTermDays,
                message: messages["payment_term_days"], limit: 3, isRequired: true).html)
        </div>
        """
    }
}
