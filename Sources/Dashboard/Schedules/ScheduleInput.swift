import Accounting
import Invoicing
import Operations
import Store
import Web

/// What stands in the form of a schedule, as texts; its lines are those of the invoice editor.
struct ScheduleInput: EditorInput {
    /// The key of the form of a new schedule: sent twice, it is one.
    var key = ""
    /// The edition that is to be replaced; empty for a new schedule.
    var seen = ""
    var clientID = ""
    var subject = ""
    var purchaseOrder = ""
    var paymentTermDays: String
    var lines: [LineInput]
    var mode = SavedSchedule.Mode.draft.rawValue
    var every = "1"
    var unit = Unit.month.rawValue
    var firstOn: String
    var end = End.never.rawValue
    var lastOn = ""
    var count = ""

    /// What a freelancer counts in.
    enum Unit: String, CaseIterable {
        case week = "semaines"
        case month = "mois"
        case quarter = "trimestres"
        case year = "années"

        init(_ unit: Rhythm.Unit) {
            switch unit {
            case .week: self = .week
            case .month: self = .month
            case .year: self = .year
            }
        }
    }

    /// When it is over.
    enum End: String, CaseIterable {
        case never = "jamais"
        case on = "date"
        case after = "nombre"
    }

    /// An empty form, for the first of the next month.
    init(paymentTermDays: Int, vat: VAT, today: Day) {
        self.paymentTermDays = String(paymentTermDays)
        lines = [LineInput(vat: vat.formValue)]
        let isDecember = today.month == 12
        firstOn =
            (Day(year: today.year + (isDecember ? 1 : 0), month: isDecember ? 1 : today.month + 1, day: 1) ?? today).iso
    }

    /// What a schedule makes, from its next day on.
    init(_ schedule: Schedule, lines: [InvoiceLine], today: Day) {
        let rhythm = schedule.rhythm
        clientID = String(schedule.clientID)
        subject = schedule.subject
        purchaseOrder = schedule.purchaseOrder
        paymentTermDays = String(schedule.paymentTermDays)
        self.lines = lines.map(LineInput.init)
        mode = schedule.mode.rawValue
        every = String(rhythm.every)
        unit = Unit(rhythm.unit).rawValue
        firstOn = max(schedule.nextOn ?? today, today).iso
        switch rhythm.end {
        case .never: end = End.never.rawValue
        case .on(let last): (end, lastOn) = (End.on.rawValue, last.iso)
        case .after(let limit): (end, count) = (End.after.rawValue, String(max(1, limit - schedule.nextOccurrence)))
        }
    }

    /// The form as it was sent.
    init(_ form: Form) {
        key = form[KeyField.name] ?? ""
        seen = form.seen?.text ?? ""
        clientID = form["client"] ?? ""
        subject = form["subject"] ?? ""
        purchaseOrder = form["purchase_order"] ?? ""
        paymentTermDays = form["payment_term_days"] ?? ""
        lines = LineInput.rows(form)
        mode = form["mode"] ?? ""
        every = form["every"] ?? ""
        unit = form["period"] ?? ""
        firstOn = form["first_on"] ?? ""
        end = form["end"] ?? ""
        lastOn = form["last_on"] ?? ""
        count = form["count"] ?? ""
    }
}
