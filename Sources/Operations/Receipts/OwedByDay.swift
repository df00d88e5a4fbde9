import Accounting
import Invoicing
import Store

/// What an invoice's client was to be given back, day by day, and which credit notes say so.
struct OwedByDay {
    /// What the invoice asked for at first.
    let total: Cents
    /// Its credit notes, oldest first.
    let notes: [CreditNoteRecord]
    /// Every movement of its money.
    let payments: [Payment]
    /// What goes back at Stripe and no credit note answers yet.
    let leaving: Cents

    /// What goes back on account of one credit note.
    struct Part {
        let note: CreditNoteRecord
        let amount: Cents
    }

    /// What is to be given back by now: ``OwedBack`` says the same of many invoices at once.
    var amount: Cents { max(.zero, notes.map(\.creditNote.amount).sum - total + standing.map(\.amount).sum - leaving) }

    /// Money that went back on a day, shared among the credit notes that had taken it back by then, the newest first: what an
    /// older one took off may never have been paid.
    ///
    /// - Throws: `InvoiceRefusal.notOwedBackBefore` when it was the client's only later, or `InvoiceRefusal.moreThanOwedBack`.
    func parts(of amount: Cents, on day: Day) throws -> [Part] {
        guard amount <= self.amount else { throw InvoiceRefusal.moreThanOwedBack }
        if let parts = sharing(amount, on: day) { return parts }
        let days = notes.map(\.creditNote.issuedOn) + payments.map(\.receivedOn)
        guard let first = days.filter({ $0 > day && sharing(amount, on: $0) != nil }).min() else {
            throw InvoiceRefusal.moreThanOwedBack
        }
        throw InvoiceRefusal.notOwedBackBefore(first)
    }

    /// Nil when not so much was the client's on that day.
    private func sharing(_ amount: Cents, on day: Day) -> [Part]? {
        let issued = notes.filter { $0.creditNote.issuedOn <= day }
        guard amount <= issued.map(\.creditNote.amount).sum - total + kept(on: day) else { return nil }
        var rest = amount
        var parts: [Part] = []
        for note in issued.reversed() {
            let part = min(rest, note.creditNote.amount - note.answered)
            guard part > .zero else { continue }
            parts.append(Part(note: note, amount: part))
            rest = rest - part
        }
        return rest == .zero ? parts : nil
    }

    /// What had been received and not given back.
    private func kept(on day: Day) -> Cents { standing.filter { $0.receivedOn <= day }.map(\.amount).sum }

    /// What was undone never was.
    private var standing: [Payment] {
        let undone = Set(payments.compactMap(\.undoes))
        return payments.filter { $0.undoes == nil && !undone.contains($0.id) }
    }
}
