import Accounting
import French
import Invoicing
import Store

/// What remains of what a client was asked for, once credit notes and payments took off their part.
struct Remainder {
    /// What credit notes took off, each with its words.
    let credited: [(label: String, amount: Cents)]
    /// What was received.
    let paid: Cents
    /// What is left to pay.
    let due: Cents

    init(credited: [(label: String, amount: Cents)], paid: Cents, due: Cents) {
        self.credited = credited
        self.paid = paid
        self.due = due
    }

    /// Nil while nothing was taken off, and when nothing is left to pay: the stamp says that.
    init?(_ invoice: Invoice, _ creditNotes: [CreditNote]) {
        guard invoice.state.due > .zero, invoice.state.due < invoice.total else { return nil }
        // A credit note may also answer money that went back, which then takes nothing off what is asked.
        let areAllWaivers = creditNotes.map(\.amount).sum == invoice.waived
        let sum: [(String, Cents)] = invoice.waived > .zero ? [("Avoirs", invoice.waived)] : []
        let credited =
            areAllWaivers
            ? creditNotes.map { ("Avoir \($0.number.text) du \($0.issuedOn.frenchLong)", $0.amount) } : sum
        self.init(credited: credited, paid: invoice.paid, due: invoice.state.due)
    }
}
