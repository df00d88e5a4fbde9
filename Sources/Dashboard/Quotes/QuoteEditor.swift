import Accounting
import French
import Invoicing
import Operations
import Store
import Web

/// The editor of a quote that is being written.
struct QuoteEditor: DocumentEditor {
    let site: Dashboard
    let desk: Desk
    let company: Company

    static let words = EditorWords(
        place: .quotes,
        room: "/devis",
        new: "/devis/nouveau",
        begun: "Ce devis a été créé",
        changed: "Ce devis a été modifié",
        closed: "Ce devis est envoyé et ne peut plus être modifié.",
        gone: "Ce brouillon n’existe plus\u{A0}: il a été supprimé.",
        again: "Enregistrer comme nouveau brouillon"
    )

    func standing(_ origin: FormOrigin) throws -> Standing? {
        guard let id = try site.reader.quoteID(from: origin, of: desk.companyID) else { return nil }
        guard try site.quote(desk, id).state(on: site.today) == .draft,
            let quote = try site.reader.savedQuote(id, of: desk.companyID)
        else { return .closed }
        return .open(id, Edition(of: quote))
    }

    func save(_ content: SavedQuote, from origin: FormOrigin, seen: Edition?) throws -> Int64 {
        try SaveQuote(companyID: desk.companyID, quote: content, from: origin, seen: seen).run(in: site.office)
    }

    func saved(_ id: Int64, then next: String) -> Response {
        next == "send" ? .redirect(to: words.page(id) + "/envoyer") : .done(.draftSaved, at: words.page(id))
    }

    func preview(_ content: SavedQuote) throws -> Preview {
        try Preview(content, of: desk.companyID, site.reader, site.office.outside)
    }

    func sentence(_ refusal: IssueRefusal) -> String { refusal.sentence(refusal.frenchOfQuote) }

    func sheet(_ state: EditorState<QuoteInput>, _ client: Client?, _ lines: [InvoiceLine]?) throws -> EditorSheet {
        let (seller, input, messages) = (company.seller, state.input, state.messages)
        let savedAt = try state.id.flatMap { try site.reader.quoteSavedAt($0, of: desk.companyID) }
        return EditorSheet(
            title: state.id == nil ? "Nouveau devis" : "Modifier le devis",
            head: head(input, messages),
            rest: """
                \(FormArea("conditions", "Conditions", value: input.conditions, message: messages["conditions"],
                    hint: "Délai, acompte, ce qui n’est pas compris… Elles figurent sous le devis.", limit: 2_000, rows: 4,
                    isRequired: false).html)
                \(EditorMentions(seller, client?.buyer, lines ?? [], on: site.today).ofQuote.html)
                """,
            options: EditorOptions(
                totals: EditorTotals(
                    isUnderFranchise: seller.isUnderFranchise,
                    totals: lines.map { Totals(of: $0) },
                    dueName: "Montant du devis"
                ),
                saved: whetherSaved(state, savedAt),
                buttons: [("send", "Finaliser et envoyer"), ("save", "Enregistrer le brouillon")],
                cancel: words.room,
                removal: state.id.map { words.page($0) + "/supprimer" }
            )
        )
    }

    private func head(_ input: QuoteInput, _ messages: [String: String]) -> HTML {
        """
        \(FormField("subject", "Objet", value: input.subject, message: messages["subject"]).html)
        <div class="pair even">
        \(FormField("valid_until", "Valable jusqu’au", value: input.validUntil, message: messages["valid_until"],
                kind: .date, limit: 10, isRequired: true).html)
        \(FormField("reference", "Référence du client", value: input.reference, message: messages["reference"],
                limit: 100).html)
        </div>
        """
    }
}
