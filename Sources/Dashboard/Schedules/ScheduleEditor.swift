import Accounting
import French
import Invoicing
import Operations
import Store
import Web

/// The editor of a recurring invoice: what is made, and when.
///
/// One that was saved is replaced by another.
struct ScheduleEditor: DocumentEditor {
    let site: Dashboard
    let desk: Desk
    let company: Company

    static let words = EditorWords(
        place: .schedules,
        room: "/recurrentes",
        new: "/recurrentes/nouvelle",
        form: "/modifier",
        begun: "Cette récurrente a été créée",
        changed: "Cette récurrente a été modifiée",
        closed: "Cette récurrente est terminée.",
        gone: "Cette récurrente n’existe plus.",
        again: "Créer une nouvelle récurrente"
    )

    func standing(_ origin: FormOrigin) throws -> Standing? {
        guard let schedule = try site.reader.standingSchedule(from: origin, of: desk.companyID) else { return nil }
        return schedule.state == .stopped ? .closed : .open(schedule.id, try Edition(of: schedule, site.reader))
    }

    func change(of id: Int64, since seen: Edition) throws -> String? {
        guard let schedule = try site.reader.schedule(id, of: desk.companyID),
            try schedule.hasOnlyAdvanced(since: seen, site.reader)
        else { return nil }
        return "NeedMe a fait une facture de cette récurrente"
    }

    func advice(_ content: SavedSchedule, _ origin: FormOrigin) throws -> [String: String]? {
        let client = try site.reader.client(content.draft.clientID, of: desk.companyID)
        if content.mode == .send, client?.buyer.email == nil {
            return [
                "client":
                    "Ce client n’a pas d’adresse e-mail\u{A0}: complétez sa fiche, ou choisissez le brouillon."
            ]
        }
        guard case .saved = origin,
            let standing = try site.reader.standingSchedule(from: origin, of: desk.companyID),
            let made = try site.reader.occurrences(of: standing.id).first(where: { $0.invoiceID != nil }),
            content.rhythm.first <= made.dueOn
        else { return nil }
        return [
            "first_on": "La facture du \(made.dueOn.frenchShort) est déjà faite\u{A0}: indiquez une date plus tardive."
        ]
    }

    func save(_ content: SavedSchedule, from origin: FormOrigin, seen: Edition?) throws -> Int64 {
        try SaveSchedule(companyID: desk.companyID, schedule: content, from: origin, seen: seen).run(in: site.office)
    }

    func saved(_ id: Int64, then next: String) -> Response { .done(.scheduleSaved, at: words.page(id)) }

    /// The invoice that it would make today.
    func preview(_ content: SavedSchedule) throws -> Preview {
        try Preview(content.draft, of: desk.companyID, site.reader, site.office.outside)
    }

    func sentence(_ refusal: IssueRefusal) -> String { refusal.sentence(refusal.french) }

    func sheet(
        _ state: EditorState<ScheduleInput>,
        _ client: Client?,
        _ lines: [InvoiceLine]?
    ) throws -> EditorSheet {
        let isNew = state.id == nil
        let fields = ScheduleFields(input: state.input, messages: state.messages)
        return EditorSheet(
            title: isNew ? "Nouvelle facture récurrente" : "Modifier la facture récurrente",
            head: fields.head,
            rest: fields.rhythm,
            options: EditorOptions(
                totals: EditorTotals(
                    isUnderFranchise: company.seller.isUnderFranchise,
                    totals: lines.map { Totals(of: $0) },
                    dueName: "Chaque facture"
                ),
                saved: whetherSaved(state, nil),
                buttons: [("save", isNew ? "Créer la récurrente" : "Enregistrer")],
                cancel: state.id.map(words.page) ?? words.room,
                hint: isNew ? nil : "<p class=\"hint\">Les factures déjà faites restent telles quelles.</p>"
            )
        )
    }
}
