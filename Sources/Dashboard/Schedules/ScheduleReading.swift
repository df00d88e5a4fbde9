import Accounting
import Invoicing
import Store
import Web

extension ScheduleInput {
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
        let lines = LineInput.read(LineInput.rows(form), seller: seller, &typed)
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
