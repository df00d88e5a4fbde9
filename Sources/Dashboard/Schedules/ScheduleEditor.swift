import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// The form of a new schedule; from a model invoice, with its client, lines and terms.
    func newSchedule(_ desk: Desk, _ visit: Visit) throws -> Response {
        let company = try company(desk)
        let vat = company.seller.usualVAT
        var input = ScheduleInput(paymentTermDays: company.paymentTermDays, vat: vat, today: today)
        if let id = visit.request.query["facture"].flatMap(Route.id) {
            let invoice = try issuedInvoice(desk, id)
            guard let issued = try reader.issuedInvoice(id) else { throw NotFound() }
            input.clientID = String(invoice.clientID)
            input.subject = issued.subject
            input.purchaseOrder = issued.purchaseOrder
            input.paymentTermDays = String(issued.dueOn.number - issued.issuedOn.number)
            input.lines = company.seller.charging(issued.lines).lines.map(DraftInput.Line.init)
        }
        return try changedSchedule(desk, input, company, ClientPick(clientID: input.clientID))
    }

    /// The form of another schedule that takes the place of one, with what that one makes.
    func scheduleChange(_ desk: Desk, _ id: Int64) throws -> Response {
        guard let schedule = try reader.schedule(id, of: desk.companyID) else { throw NotFound() }
        let company = try company(desk)
        let charged = company.seller.charging(try reader.lines(ofSchedule: id))
        let input = ScheduleInput(schedule, lines: charged.lines, today: today)
        let pick = ClientPick(clientID: input.clientID)
        let notice = charged.notice("chaque facture")
        return try scheduleEditor(desk, input, company, pick, notice: notice, replacing: id)
    }

    /// Begins a schedule; one that it replaces ends.
    func addSchedule(_ desk: Desk, _ visit: Visit, replacing former: Int64? = nil) throws -> Response {
        if let former, try reader.schedule(former, of: desk.companyID) == nil { throw NotFound() }
        let company = try company(desk)
        let action = visit.form["action"] ?? "save"
        let pick = try pick(desk, visit.form, action)
        let form = visit.form.with(client: pick.clientID)
        var input = ScheduleInput(form)
        if action == "add" { input.lines.append(DraftInput.Line(vat: company.seller.usualVAT.formValue)) }
        if pick.isStuck || (ClientPick.actions + ["add", "compute"]).contains(action) {
            return try changedSchedule(desk, input, company, pick, replacing: former, complains: action == "compute")
        }
        switch ScheduleInput.read(form, seller: company.seller, today: today) {
        case .wrong(let messages):
            return try scheduleEditor(desk, input, company, pick, messages, status: 422, replacing: former)
        case .sound(let schedule):
            if schedule.mode == .send,
                try reader.client(schedule.draft.clientID, of: desk.companyID)?.buyer.email == nil
            {
                let messages = [
                    "client":
                        "Ce client n’a pas d’adresse e-mail\u{A0}: complétez sa fiche, ou choisissez le brouillon."
                ]
                return try scheduleEditor(desk, input, company, pick, messages, status: 422, replacing: former)
            }
            let saving = SaveSchedule(companyID: desk.companyID, schedule: schedule, replacing: former)
            let id = try saving.run(in: office)
            return .done(.scheduleSaved, at: "/recurrentes/\(id)")
        }
    }

    /// The form with lines that nobody has saved.
    private func changedSchedule(
        _ desk: Desk,
        _ input: ScheduleInput,
        _ company: Company,
        _ pick: ClientPick,
        replacing former: Int64? = nil,
        complains: Bool = false
    ) throws -> Response {
        if complains, case .wrong(let messages) = DraftInput.read(input.lines, seller: company.seller) {
            return try scheduleEditor(desk, input, company, pick, messages, status: 422, replacing: former)
        }
        return try scheduleEditor(desk, input, company, pick, status: pick.isStuck ? 422 : 200, replacing: former)
    }

    /// The form, with the totals of the lines in it when they can be read, whatever else it says.
    private func scheduleEditor(
        _ desk: Desk,
        _ input: ScheduleInput,
        _ company: Company,
        _ pick: ClientPick,
        _ messages: [String: String] = [:],
        notice: HTML? = nil,
        status: Int = 200,
        replacing former: Int64? = nil
    ) throws -> Response {
        let page = ScheduleEditor(
            desk: desk,
            seller: company.seller,
            client: try clientField(desk, pick, messages["client"]),
            input: input,
            messages: messages,
            totals: DraftInput.readable(input.lines, seller: company.seller).map { Totals(of: $0) },
            notice: notice,
            former: former
        )
        return layout(page.title, desk, at: .schedules).response(status: status, page.html)
    }
}

/// The form of a schedule: what is made, and when.
struct ScheduleEditor {
    let desk: Desk
    let seller: Seller
    let client: ClientField
    let input: ScheduleInput
    let messages: [String: String]
    /// The totals, when every line can be read.
    let totals: Totals?
    /// What there is to know about the amount, if something.
    let notice: HTML?
    /// The schedule that it takes the place of.
    let former: Int64?

    var title: String { former == nil ? "Nouvelle facture récurrente" : "Modifier la facture récurrente" }

    var html: HTML {
        """
        <h1>\(title)</h1>
        \(notice)
        \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">\(messages["lines"] ?? "Vérifiez les champs signalés ci-dessous.")</p>")
        <form method="post" action="\(former.map { "/recurrentes/\($0)/modifier" } ?? "/recurrentes/nouvelle")" class="editor" novalidate>
        \(formToken(desk.member))
        <button class="unseen" name="action" value="compute" tabindex="-1" aria-hidden="true">Calculer</button>
        <div class="sheet">
        \(content)
        \(LineFields(lines: input.lines, seller: seller, messages: messages).html)
        <p class="actions"><button class="quiet" name="action" value="add">Ajouter une ligne</button>
        <button class="quiet" name="action" value="compute">Recalculer</button></p>
        \(rhythm)
        </div>
        <aside class="options" aria-label="Total et enregistrement">
        \(EditorTotals(isUnderFranchise: seller.isUnderFranchise, totals: totals, dueName: "Chaque facture").html)
        <button class="button" name="action" value="save">\(former == nil ? "Créer la récurrente" : "Enregistrer")</button>
        <a href="/recurrentes\(former.map { "/\($0)" } ?? "")">Annuler</a>
        \(if: former != nil, "<p class=\"hint\">Les factures déjà faites restent telles quelles.</p>")
        </aside>
        </form>
        """
    }

    private var content: HTML {
        """
        \(client.html)
        \(FormField("subject", "Objet", value: input.subject, message: messages["subject"]).html)
        <div class="pair even">
        \(FormField("purchase_order", "Bon de commande du client", value: input.purchaseOrder,
                message: messages["purchase_order"], limit: 100).html)
        \(FormField("payment_term_days", "Délai de paiement, en jours", value: input.paymentTermDays,
                message: messages["payment_term_days"], limit: 3, isRequired: true).html)
        </div>
        """
    }

    private var rhythm: HTML {
        """
        <fieldset><legend>Rythme</legend>
        <div class="pair even">
        \(FormField("every", "Intervalle", value: input.every, message: messages["every"], limit: 2, isRequired: true).html)
        \(FormChoice("period", "Unité de temps", options: ScheduleInput.Unit.allCases.map { (value: $0.rawValue, label: $0.rawValue) },
            selected: input.unit).html)
        </div>
        \(FormField("first_on", "Première facture le", value: input.firstOn, message: messages["first_on"],
            kind: .date, hint: "Le 31 devient le dernier jour des mois plus courts.", limit: 10, isRequired: true).html)
        \(FormChoice("end", "Fin", options: [("jamais", "Jamais"), ("date", "Après une date"), ("nombre", "Après un nombre de factures")],
            selected: input.end).html)
        <div class="pair even">
        \(FormField("last_on", "Dernière date", value: input.lastOn, message: messages["last_on"], kind: .date, limit: 10).html)
        \(FormField("count", "Nombre de factures", value: input.count, message: messages["count"], limit: 3).html)
        </div>
        </fieldset>
        \(FormChoice("mode", "Ce que fait NeedMe", options: [("draft", "Prépare un brouillon, que vous vérifiez"),
            ("send", "Émet la facture et l’envoie par e-mail")], selected: input.mode).html)
        """
    }
}
