import Accounting
import Invoicing
import Testing

@Suite struct `The steps of a reminder` {
    private static let due = Day(number: 20_000)

    @Test(
        arguments: [
            (-4, nil), (-3, .before), (-1, .before), (0, .onTheDay), (2, .onTheDay), (3, .late), (6, .late), (7, .last),
            (400, .last),
        ] as [(Int, ReminderStep?)]
    )
    func `are reached day by day`(days: Int, step: ReminderStep?) {
        #expect(ReminderStep.reached(on: Self.due.adding(days: days), dueOn: Self.due) == step)
    }

    private static let total = Cents(100)

    @Test func `are for an invoice that was sent, awaits money, and of which none is on its way, back or disputed`() {
        let open = InvoiceState.open(paid: Cents(40), of: Self.total)
        #expect(open.mayBeReminded(delivery: .sent, refunded: .zero, isDisputed: false))
        #expect(open.mayBeReminded(delivery: .seen, refunded: .zero, isDisputed: false))
        #expect(!open.mayBeReminded(delivery: .toSend, refunded: .zero, isDisputed: false))
        #expect(!open.mayBeReminded(delivery: .sent, refunded: Cents(1), isDisputed: false))
        #expect(!open.mayBeReminded(delivery: .sent, refunded: .zero, isDisputed: true))
        let others: [InvoiceState] = [
            .draft, .processing(paid: .zero, of: Self.total), .paid(Self.total), .cancelled(paid: .zero),
        ]
        #expect(!others.contains { $0.mayBeReminded(delivery: .sent, refunded: .zero, isDisputed: false) })
    }
}
