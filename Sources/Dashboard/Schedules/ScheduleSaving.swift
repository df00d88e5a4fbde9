import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
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
            let key = Token(input.key).map { ScheduleOrigin.form($0.fingerprint) }
            guard let origin = former.map({ .schedule($0) }) ?? key else {
                input.key = Token.random(from: office.outside).text
                return try scheduleEditor(desk, input, company, pick, status: 422)
            }
            if let messages = try advice(desk, schedule, origin) {
                return try scheduleEditor(desk, input, company, pick, messages, status: 422, replacing: former)
            }
            let save = SaveSchedule(companyID: desk.companyID, schedule: schedule, from: origin, seen: form.seen)
            do {
                let id = try save.run(in: office)
                return .done(.scheduleSaved, at: "/recurrentes/\(id)")
            } catch is ChangedMeanwhile {
                return try overtaken(desk, input, company, pick, origin)
            } catch ScheduleRefusal.stopped {
                return try overtaken(desk, input, company, pick, origin)
            }
        }
    }

    /// What is wrong with a schedule that can be read, by field.
    private func advice(_ desk: Desk, _ schedule: SavedSchedule, _ origin: ScheduleOrigin) throws -> [String: String]? {
        let client = try reader.client(schedule.draft.clientID, of: desk.companyID)
        if schedule.mode == .send, client?.buyer.email == nil {
            return [
                "client":
                    "Ce client n’a pas d’adresse e-mail\u{A0}: complétez sa fiche, ou choisissez le brouillon."
            ]
        }
        guard case .schedule = origin, let standing = try reader.standingSchedule(from: origin, of: desk.companyID),
            let made = try reader.occurrences(of: standing.id).first(where: { $0.invoiceID != nil }),
            schedule.rhythm.first <= made.dueOn
        else { return nil }
        return [
            "first_on": "La facture du \(made.dueOn.frenchShort) est déjà faite\u{A0}: indiquez une date plus tardive."
        ]
    }

    /// The form with what was typed, when the schedule stands otherwise than its author saw; saving again is meant.
    private func overtaken(
        _ desk: Desk,
        _ input: ScheduleInput,
        _ company: Company,
        _ pick: ClientPick,
        _ origin: ScheduleOrigin
    ) throws -> Response {
        guard let standing = try reader.standingSchedule(from: origin, of: desk.companyID) else { throw NotFound() }
        var input = input
        guard standing.state != .stopped else {
            input.key = Token.random(from: office.outside).text
            return try scheduleEditor(desk, input, company, pick, meanwhile: Self.ended, status: 409)
        }
        let change = if case .form = origin { "créée" } else { "modifiée" }
        input.seen = try Edition(of: standing, reader).text
        let other = Meanwhile(change: "Cette récurrente a été \(change)", path: "/recurrentes/\(standing.id)")
        return try scheduleEditor(
            desk,
            input,
            company,
            pick,
            meanwhile: other.html,
            status: 409,
            replacing: standing.id
        )
    }

    private static var ended: HTML {
        """
        <div class="alert" role="alert"><p><strong>Cette récurrente est terminée.</strong> Rien n’a été enregistré\u{A0}: \
        ce que vous avez saisi se trouve plus bas, et peut en commencer une nouvelle.</p></div>
        """
    }
}
