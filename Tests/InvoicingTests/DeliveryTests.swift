import Invoicing
import Testing

@Suite struct `The way of an invoice to its client` {
    private static let steps: [(InvoiceStatus.Delivery, DeliveryEvent, InvoiceStatus.Delivery)] = [
        (.toSend, .sent, .sent), (.sent, .sent, .sent), (.seen, .sent, .seen),
        (.toSend, .opened, .seen), (.sent, .opened, .seen), (.seen, .opened, .seen),
    ]

    @Test(arguments: steps) func `leads further, and never back`(
        from start: InvoiceStatus.Delivery,
        by event: DeliveryEvent,
        to end: InvoiceStatus.Delivery
    ) {
        #expect(start.after(event) == end)
    }
}
