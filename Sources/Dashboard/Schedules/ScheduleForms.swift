import Accounting
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// The form of a new schedule; from a model invoice, with its client, lines and terms.
    func newSchedule(_ desk: Desk, _ visit: Visit) throws -> Response {
        let editor = try scheduleEditor(desk)
        let (company, seller) = (editor.company, editor.company.seller)
        var input = ScheduleInput(paymentTermDays: company.paymentTermDays, vat: seller.usualVAT, today: today)
        if let id = visit.request.query["facture"].flatMap(Route.id) {
            let invoice = try issuedInvoice(desk, id)
            guard let issued = try reader.issuedInvoice(id) else { throw NotFound() }
            input.clientID = String(invoice.clientID)
            input.subject = issued.subject
            input.purchaseOrder = issued.purchaseOrder
            input.paymentTermDays = String(issued.dueOn.number - issued.issuedOn.number)
            input.lines = seller.charging(issued.lines).lines.map(LineInput.init)
        }
        return try editor.begin(input)
    }

    /// The form of another schedule that takes the place of one, with what that one makes.
    func scheduleChange(_ desk: Desk, _ id: Int64) throws -> Response {
        guard let schedule = try reader.standingSchedule(id, of: desk.companyID) else { throw NotFound() }
        guard schedule.state != .stopped else { return .redirect(to: "/recurrentes/\(schedule.id)") }
        guard schedule.id == id else { return .redirect(to: "/recurrentes/\(schedule.id)/modifier") }
        let editor = try scheduleEditor(desk)
        let charged = editor.company.seller.charging(try reader.lines(ofSchedule: id))
        var input = ScheduleInput(schedule, lines: charged.lines, today: today)
        input.seen = try Edition(of: schedule, reader).text
        return try editor.show(EditorState(input, of: id, notice: charged.notice("chaque facture")))
    }

    /// Begins a schedule; one that it replaces ends.
    func saveSchedule(_ desk: Desk, _ visit: Visit, replacing former: Int64? = nil) throws -> Response {
        try scheduleEditor(desk).answer(visit.form, former)
    }

    private func scheduleEditor(_ desk: Desk) throws -> ScheduleEditor {
        ScheduleEditor(site: self, desk: desk, company: try company(desk))
    }
}
