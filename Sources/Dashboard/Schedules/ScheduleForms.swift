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
        input.key = Token.random(from: office.outside).text
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
        guard let schedule = try reader.standingSchedule(id, of: desk.companyID) else { throw NotFound() }
        guard schedule.state != .stopped else { return .redirect(to: "/recurrentes/\(schedule.id)") }
        guard schedule.id == id else { return .redirect(to: "/recurrentes/\(schedule.id)/modifier") }
        let company = try company(desk)
        let charged = company.seller.charging(try reader.lines(ofSchedule: id))
        var input = ScheduleInput(schedule, lines: charged.lines, today: today)
        input.seen = try Edition(of: schedule, reader).text
        let pick = ClientPick(clientID: input.clientID)
        let notice = charged.notice("chaque facture")
        return try scheduleEditor(desk, input, company, pick, notice: notice, replacing: id)
    }

    /// The form with lines that nobody has saved.
    func changedSchedule(
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
    func scheduleEditor(
        _ desk: Desk,
        _ input: ScheduleInput,
        _ company: Company,
        _ pick: ClientPick,
        _ messages: [String: String] = [:],
        notice: HTML? = nil,
        meanwhile: HTML? = nil,
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
            meanwhile: meanwhile,
            former: former
        )
        return layout(page.title, desk, at: .schedules).response(status: status, page.html)
    }
}
