import Accounting
import Invoicing
import Store

/// What follows from a gesture of the freelancer's beside the movement it booked: the client's page at Stripe is looked at.
struct CarryOut {
    let effects: [InvoiceEffect]
    let invoice: Invoice

    func run(with writer: StoreWriter, at now: Instant) throws {
        guard effects.contains(.closeCheckout) else { return }
        try writer.leave(.alignCheckout, about: invoice.id, at: now)
    }
}
