import Accounting
import Invoicing
import Operations
import Store
import Web

/// What stands in the form of a schedule, as texts; its lines are those of the invoice editor.
struct ScheduleInput {
    /// The key of the form of a new schedule: sent twice, it is one.
    var key = ""
    /// The edition that is to be replaced; empty for a new schedule.
    var seen = ""
    var clientID = ""
    var subject = ""
    var purchaseOrder = ""
    var paymentTermDays: String
    var lines: [DraftInput.Line]
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
        lines = [DraftInput.Line(vat: vat.formValue)]
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
        self.lines = lines.map(DraftInput.Line.init)
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
        key = form["cle"] ?? ""
        seen = form.seen?.text ?? ""
        clientID = form["client"] ?? ""
        subject = form["subject"] ?? ""
        purchaseOrder = form["purchase_order"] ?? ""
        paymentTermDays = form["payment_term_days"] ?? ""
        lines = DraftInput.lines(form)
        mode = form["mode"] ?? ""
        every = form["every"] ?? ""
        unit = form["period"] ?? ""
        firstOn = form["first_on"] ?? ""
        end = form["end"] ?? ""
        lastOn = form["last_on"] ?? ""
        count = form["count"] ?? ""
    }

    /// What the form says, or what is wrong with it.
    ///
    /// - Parameters:
    ///   - form: the form as it was sent.
    ///   - seller: under the franchise no VAT can be written at all.
    ///   - today: nothing begins in the past.
    /// - Returns: the schedule, or the messages.
    static func read(_ form: Form, seller: Seller, today: Day) -> Reading<SavedSchedule> {
        var typed = Typed(form)
        let client = typed.value("client", "Choisissez un client.") { Int64($0) }
        if client == nil { typed.refuse("client", "Choisissez un client.") }
        let subject = typed.text("subject")
        let purchaseOrder = typed.text("purchase_order", limit: 100)
        let term = typed.value("payment_term_days", paymentTermAdvice, paymentTerm)
        if term == nil { typed.refuse("payment_term_days", paymentTermAdvice) }
        let lines = DraftInput.read(DraftInput.lines(form), seller: seller, &typed)
        if typed.isSound, Totals(of: lines).gross <= .zero {
            typed.refuse("lines", "Ajoutez au moins une ligne, dont le total dépasse zéro.")
        }
        let mode = SavedSchedule.Mode(rawValue: form["mode"] ?? "") ?? .draft
        let rhythm = readRhythm(&typed, form, today)
        guard typed.isSound, let client, let term, let rhythm else { return .wrong(typed.messages) }
        let draft = SavedDraft(
            clientID: client,
            subject: subject,
            lines: lines,
            suppliedOn: nil,
            paymentTermDays: term,
            purchaseOrder: purchaseOrder
        )
        return .sound(SavedSchedule(draft: draft, mode: mode, rhythm: rhythm))
    }

    private static func readRhythm(_ typed: inout Typed, _ form: Form, _ today: Day) -> Rhythm? {
        let advice = "Un nombre de 1 à 12."
        let every = typed.value("every", advice) { Int($0).flatMap { (1...12).contains($0) ? $0 : nil } }
        if every == nil { typed.refuse("every", advice) }
        let first = typed.day("first_on", .coming(today), missing: "Indiquez la première date.")
        let end: Rhythm.End?
        switch End(rawValue: form["end"] ?? "") ?? .never {
        case .never: end = .never
        case .on:
            let last = typed.day("last_on", .coming(today, years: 20), missing: "Indiquez la dernière date.")
            if let last, let first, last < first { typed.refuse("last_on", "Elle vient avant la première date.") }
            end = last.map { .on($0) }
        case .after:
            let advice = "Un nombre de 1 à 999."
            let count = typed.value("count", advice) { Int($0).flatMap { (1...999).contains($0) ? $0 : nil } }
            if count == nil { typed.refuse("count", advice) }
            end = count.map { .after($0) }
        }
        guard let every, let first, let end else { return nil }
        switch Unit(rawValue: form["period"] ?? "") ?? .month {
        case .week: return Rhythm(every: every, unit: .week, first: first, end: end)
        case .month: return Rhythm(every: every, unit: .month, first: first, end: end)
        case .quarter: return Rhythm(every: 3 * every, unit: .month, first: first, end: end)
        case .year: return Rhythm(every: every, unit: .year, first: first, end: end)
        }
    }
}
