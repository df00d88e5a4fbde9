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

    /// Nil while nothing was taken off, and when nothing is left to pay: the stamp says that.
    init?(_ invoice: Invoice, _ creditNotes: [CreditNote]) {
        guard invoice.state.due > .zero, invoice.state.due < invoice.total else { return nil }
        paid = invoice.paid
        due = invoice.state.due
        // A credit note may also answer money that went back, which then takes nothing off what is asked.
        let areAllWaivers = creditNotes.map(\.amount).sum == invoice.waived
        credited =
            areAllWaivers
            ? creditNotes.map { ("Avoir \($0.number.text) du \($0.issuedOn.frenchLong)", $0.amount) }
            : invoice.waived > .zero ? [("Avoirs", invoice.waived)] : []
    }
}
