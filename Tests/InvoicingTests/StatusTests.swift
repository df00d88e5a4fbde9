import Accounting
import Invoicing
import Testing

@Suite struct `The status of an invoice` {
    private static let dueOn = Day(number: 20_000)
    private static let untouched = InvoiceState.open(paid: .zero, of: Cents(10_000))
    private static let partlyPaid = InvoiceState.open(paid: Cents(4_000), of: Cents(10_000))

    private func status(
        _ state: InvoiceState,
        _ delivery: InvoiceStatus.Delivery = .sent,
        daysLeft: Int
    ) -> InvoiceStatus {
        InvoiceStatus(state: state, delivery: delivery, dueOn: Self.dueOn, today: Self.dueOn.adding(days: -daysLeft))
    }

    @Test(
        arguments: [(.toSend, .finalised), (.sent, .sent), (.seen, .seen)] as [(InvoiceStatus.Delivery, InvoiceStatus)]
    )
    func `long before it is due, it is where its delivery stands`(
        delivery: InvoiceStatus.Delivery,
        expected: InvoiceStatus
    ) {
        #expect(status(Self.untouched, delivery, daysLeft: 30) == expected)
    }

    @Test(
        arguments: [
            (4, .sent), (3, .dueSoon), (1, .dueSoon), (0, .dueSoon), (-1, .overdue(days: 1)), (-12, .overdue(days: 12)),
        ] as [(Int, InvoiceStatus)]
    )
    func `it is due soon for three days and overdue the day after`(daysLeft: Int, expected: InvoiceStatus) {
        #expect(status(Self.untouched, daysLeft: daysLeft) == expected)
    }

    @Test func `an invoice that was not sent is not said to be due soon`() {
        #expect(status(Self.untouched, .toSend, daysLeft: 1) == .finalised)
    }

    @Test(arguments: [30, 1, 0]) func `a part is paid`(daysLeft: Int) {
        #expect(status(Self.partlyPaid, daysLeft: daysLeft) == .partlyPaid(due: Cents(6_000)))
    }

    @Test func `what remains after the day is overdue`() {
        #expect(status(Self.partlyPaid, daysLeft: -2) == .overdue(days: 2))
    }

    @Test(arguments: [30, 0, -30]) func `other states do not look at the day`(daysLeft: Int) {
        #expect(status(.draft, daysLeft: daysLeft) == .draft)
        #expect(status(.processing(paid: .zero, of: Cents(1)), daysLeft: daysLeft) == .processing)
        #expect(status(.paid(Cents(1)), daysLeft: daysLeft) == .paid)
        #expect(status(.cancelled(paid: .zero), daysLeft: daysLeft) == .cancelled)
    }

    @Test func `without a last day it is never late`() {
        let today = Day(number: 30_000)
        #expect(InvoiceStatus(state: Self.untouched, delivery: .seen, dueOn: nil, today: today) == .seen)
    }
}
