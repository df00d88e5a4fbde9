import Accounting
import Invoicing
import TestSupport
import Testing

@Suite struct `The states of an invoice` {
    enum Outcome: Sendable, Equatable {
        case becomes(InvoiceState, [InvoiceEffect])
        case refused(InvoiceRefusal)
    }

    private static let total = Cents(10_000)

    private static let events: [InvoiceEvent] = [
        .issue(total: total), .issue(total: .zero), .paymentBegan, .paymentFailed, .receive(Cents(1_000)),
        .receive(Cents(6_000)), .receive(total), .receive(Cents(10_001)), .receive(.zero), .receive(Cents(-1)), .cancel,
        .receiveByHand(Cents(1_000)), .receiveByHand(Cents(6_000)), .receiveByHand(total),
        .receiveByHand(Cents(10_001)),
        .receiveByHand(.zero), .undoReceipt(Cents(4_000)), .undoReceipt(Cents(4_001)), .undoReceipt(total),
        .undoReceipt(.zero), .credit(Cents(1_000)), .giveBack(Cents(1_000)),
    ]

    /// Each state with what follows from each of the events above, in their order.
    private static let table: [(state: InvoiceState, outcomes: [Outcome])] = [
        (
            .draft,
            [
                .becomes(.open(paid: .zero, of: total), [.numberAndFreeze]), .refused(.notAnAmount),
                .refused(.notIssued), .refused(.notIssued), .refused(.notIssued), .refused(.notIssued),
                .refused(.notIssued), .refused(.notIssued), .refused(.notIssued), .refused(.notIssued),
                .refused(.notIssued),
            ] + Array(repeating: .refused(.notIssued), count: 11)
        ),
        (
            .open(paid: .zero, of: total),
            [
                .refused(.alreadyIssued), .refused(.alreadyIssued),
                .becomes(.processing(paid: .zero, of: total), []), .refused(.noPaymentUnderWay),
                received(1_000, .open(paid: Cents(1_000), of: total)),
                received(6_000, .open(paid: Cents(6_000), of: total)),
                received(10_000, .paid(total)), .refused(.moreThanDue), .refused(.notAnAmount), .refused(.notAnAmount),
                .becomes(.cancelled(paid: .zero), [.closeCheckout]),
                typed(1_000, .open(paid: Cents(1_000), of: total)), typed(6_000, .open(paid: Cents(6_000), of: total)),
                typed(10_000, .paid(total)), .refused(.moreThanDue), .refused(.notAnAmount),
                .refused(.moreThanReceived), .refused(.moreThanReceived), .refused(.moreThanReceived),
                .refused(.notAnAmount),
                .becomes(.open(paid: .zero, of: Cents(9_000)), [.closeCheckout]), .refused(.moreThanReceived),
            ]
        ),
        (
            .open(paid: Cents(4_000), of: total),
            [
                .refused(.alreadyIssued), .refused(.alreadyIssued),
                .becomes(.processing(paid: Cents(4_000), of: total), []), .refused(.noPaymentUnderWay),
                received(1_000, .open(paid: Cents(5_000), of: total)), received(6_000, .paid(total)),
                .refused(.moreThanDue), .refused(.moreThanDue), .refused(.notAnAmount), .refused(.notAnAmount),
                .becomes(.cancelled(paid: Cents(4_000)), [.closeCheckout]),
                typed(1_000, .open(paid: Cents(5_000), of: total)), typed(6_000, .paid(total)), .refused(.moreThanDue),
                .refused(.moreThanDue), .refused(.notAnAmount), undone(4_000, .open(paid: .zero, of: total)),
                .refused(.moreThanReceived), .refused(.moreThanReceived), .refused(.notAnAmount),
                .becomes(.open(paid: Cents(4_000), of: Cents(9_000)), [.closeCheckout]),
                .becomes(.open(paid: Cents(3_000), of: total), [.closeCheckout]),
            ]
        ),
        (
            .processing(paid: .zero, of: total),
            [
                .refused(.alreadyIssued), .refused(.alreadyIssued),
                .becomes(.processing(paid: .zero, of: total), []), .becomes(.open(paid: .zero, of: total), []),
                received(1_000, .open(paid: Cents(1_000), of: total)),
                received(6_000, .open(paid: Cents(6_000), of: total)),
                received(10_000, .paid(total)), .refused(.moreThanDue), .refused(.notAnAmount), .refused(.notAnAmount),
                .becomes(.cancelled(paid: .zero), [.closeCheckout]),
                typed(1_000, .processing(paid: Cents(1_000), of: total)),
                typed(6_000, .processing(paid: Cents(6_000), of: total)), typed(10_000, .paid(total)),
                .refused(.moreThanDue), .refused(.notAnAmount), .refused(.moreThanReceived),
                .refused(.moreThanReceived), .refused(.moreThanReceived), .refused(.notAnAmount),
                .becomes(.processing(paid: .zero, of: Cents(9_000)), [.closeCheckout]), .refused(.moreThanReceived),
            ]
        ),
        (
            .processing(paid: Cents(4_000), of: total),
            [
                .refused(.alreadyIssued), .refused(.alreadyIssued),
                .becomes(.processing(paid: Cents(4_000), of: total), []),
                .becomes(.open(paid: Cents(4_000), of: total), []),
                received(1_000, .open(paid: Cents(5_000), of: total)), received(6_000, .paid(total)),
                .refused(.moreThanDue), .refused(.moreThanDue), .refused(.notAnAmount), .refused(.notAnAmount),
                .becomes(.cancelled(paid: Cents(4_000)), [.closeCheckout]),
                typed(1_000, .processing(paid: Cents(5_000), of: total)), typed(6_000, .paid(total)),
                .refused(.moreThanDue), .refused(.moreThanDue), .refused(.notAnAmount),
                undone(4_000, .processing(paid: .zero, of: total)), .refused(.moreThanReceived),
                .refused(.moreThanReceived), .refused(.notAnAmount),
                .becomes(.processing(paid: Cents(4_000), of: Cents(9_000)), [.closeCheckout]),
                .becomes(.processing(paid: Cents(3_000), of: total), [.closeCheckout]),
            ]
        ),
        (
            .paid(total),
            [
                .refused(.alreadyIssued), .refused(.alreadyIssued), .refused(.alreadyPaid), .refused(.alreadyPaid),
                .refused(.alreadyPaid), .refused(.alreadyPaid), .refused(.alreadyPaid), .refused(.alreadyPaid),
                .refused(.alreadyPaid), .refused(.alreadyPaid), .becomes(.cancelled(paid: total), []),
                .refused(.alreadyPaid), .refused(.alreadyPaid), .refused(.alreadyPaid), .refused(.alreadyPaid),
                .refused(.alreadyPaid), undone(4_000, .open(paid: Cents(6_000), of: total)),
                undone(4_001, .open(paid: Cents(5_999), of: total)), undone(10_000, .open(paid: .zero, of: total)),
                .refused(.notAnAmount),
                .becomes(.paid(total), []), .becomes(.paid(total), []),
            ]
        ),
        (
            .cancelled(paid: Cents(4_000)),
            [
                .refused(.alreadyIssued), .refused(.alreadyIssued), .refused(.cancelled), .refused(.cancelled),
                .refused(.cancelled), .refused(.cancelled), .refused(.cancelled), .refused(.cancelled),
                .refused(.cancelled), .refused(.cancelled), .refused(.cancelled),
                .refused(.cancelled), .refused(.cancelled), .refused(.cancelled), .refused(.cancelled),
                .refused(.cancelled), undone(4_000, .cancelled(paid: .zero)), .refused(.moreThanReceived),
                .refused(.moreThanReceived), .refused(.notAnAmount),
                .refused(.cancelled), .becomes(.cancelled(paid: Cents(4_000)), []),
            ]
        ),
    ]

    private static func received(_ cents: Int64, _ state: InvoiceState) -> Outcome {
        .becomes(state, [.bookReceipt(Cents(cents)), .announceReceipt(Cents(cents)), .closeCheckout])
    }

    private static func typed(_ cents: Int64, _ state: InvoiceState) -> Outcome {
        .becomes(state, [.bookReceipt(Cents(cents)), .closeCheckout])
    }

    private static func undone(_ cents: Int64, _ state: InvoiceState) -> Outcome {
        .becomes(state, [.bookReceipt(Cents(-cents)), .closeCheckout])
    }

    private func outcome(_ state: InvoiceState, _ event: InvoiceEvent) -> Outcome {
        do {
            let (state, effects) = try state.after(event)
            return .becomes(state, effects)
        } catch {
            return .refused(error)
        }
    }

    @Test func `the table below holds every kind of state and every kind of event`() {
        #expect(Set(Self.table.map { StateKind($0.state) }) == Set(StateKind.allCases))
        #expect(Set(Self.events.map(EventKind.init)) == Set(EventKind.allCases))
        #expect(Self.table.allSatisfy { $0.outcomes.count == Self.events.count })
    }

    @Test(arguments: table.indices, events.indices) func `every event in every state`(state: Int, event: Int) {
        let row = Self.table[state]
        #expect(outcome(row.state, Self.events[event]) == row.outcomes[event])
    }

    @Test(
        arguments: [
            (.draft, 0), (.open(paid: .zero, of: Cents(100)), 100), (.open(paid: Cents(40), of: Cents(100)), 60),
            (.processing(paid: Cents(40), of: Cents(100)), 60), (.paid(Cents(100)), 0),
            (.cancelled(paid: Cents(40)), 0),
        ] as [(InvoiceState, Int64)]
    )
    func `what remains to pay`(state: InvoiceState, due: Int64) {
        #expect(state.due == Cents(due))
    }

    @Test func `only an open invoice is open`() {
        #expect(Self.table.filter(\.state.isOpen).map(\.state) == [Self.table[1].state, Self.table[2].state])
    }

    /// Whatever happens in whatever order: what was booked is what is paid, never more than the total, and one number.
    @Test(arguments: 1...200) func `a life drawn by lot books what is paid and takes one number`(seed: UInt64) {
        var lot = Lot(seed: seed)
        var state = InvoiceState.draft
        var booked = Cents.zero
        var numbers = 0
        for _ in 0..<30 {
            let amount = Cents(Int64.random(in: -10...12_000, using: &lot))
            let event: InvoiceEvent =
                [
                    .issue(total: Self.total), .paymentBegan, .paymentFailed, .receive(amount), .receive(amount),
                    .cancel,
                    .receiveByHand(amount), .undoReceipt(amount),
                ]
                .randomElement(using: &lot) ?? .cancel
            guard case .becomes(let next, let effects) = outcome(state, event) else { continue }
            state = next
            for case .bookReceipt(let amount) in effects { booked += amount }
            numbers += effects.count { $0 == .numberAndFreeze }
        }
        #expect(numbers == (state == .draft ? 0 : 1))
        #expect(booked >= .zero && booked <= Self.total)
        #expect(paid(in: state) == booked)
    }

    private func paid(in state: InvoiceState) -> Cents {
        switch state {
        case .draft: .zero
        case .open(let paid, _), .processing(let paid, _), .paid(let paid), .cancelled(let paid): paid
        }
    }
}

// The compiler refuses these when a state or an event is added, and the table above with them.

private enum StateKind: CaseIterable {
    case draft, open, processing, paid, cancelled

    init(_ state: InvoiceState) {
        self =
            switch state {
            case .draft: .draft
            case .open: .open
            case .processing: .processing
            case .paid: .paid
            case .cancelled: .cancelled
            }
    }
}

private enum EventKind: CaseIterable {
    case issue, paymentBegan, paymentFailed, receive, receiveByHand, undoReceipt, cancel, credit, giveBack

    init(_ event: InvoiceEvent) {
        self =
            switch event {
            case .issue: .issue
            case .paymentBegan: .paymentBegan
            case .paymentFailed: .paymentFailed
            case .receive: .receive
            case .receiveByHand: .receiveByHand
            case .undoReceipt: .undoReceipt
            case .cancel: .cancel
            case .credit: .credit
            case .giveBack: .giveBack
            }
    }
}
