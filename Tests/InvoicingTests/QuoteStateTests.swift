import Accounting
import Invoicing
import Testing

@Suite struct `The states of a quote` {
    enum Outcome: Sendable, Equatable {
        case becomes(QuoteState, [QuoteEffect])
        case refused(QuoteRefusal)
    }

    /// Each state with what follows from each event, in the order of `QuoteEvent.allCases`: send, open, accept, decline,
    /// noteAcceptance, noteRefusal, invoiceDeposit, invoiceBalance.
    private static let table: [QuoteState: [Outcome]] = [
        .draft: [.becomes(.sent, [.numberAndFreeze])] + Array(repeating: .refused(.notSent), count: 7),
        .sent: sent,
        .seen: sent,
        .expired: [
            .refused(.alreadySent), .becomes(.expired, []), .refused(.expired), .refused(.expired),
            .becomes(.accepted, [.keepAnswer]), .becomes(.refused, [.keepAnswer]), .refused(.notAccepted),
            .refused(.notAccepted),
        ],
        .accepted: [
            .refused(.alreadySent), .becomes(.accepted, []), .refused(.alreadyAnswered), .refused(.alreadyAnswered),
            .refused(.alreadyAnswered), .refused(.alreadyAnswered), .becomes(.accepted, [.draftInvoice]),
            .becomes(.invoiced, [.draftInvoice]),
        ],
        .refused: [
            .refused(.alreadySent), .becomes(.refused, []), .refused(.alreadyAnswered), .refused(.alreadyAnswered),
            .refused(.alreadyAnswered), .refused(.alreadyAnswered), .refused(.notAccepted), .refused(.notAccepted),
        ],
        .invoiced: [
            .refused(.alreadySent), .becomes(.invoiced, []), .refused(.alreadyAnswered), .refused(.alreadyAnswered),
            .refused(.alreadyAnswered), .refused(.alreadyAnswered), .refused(.alreadyInvoiced),
            .refused(.alreadyInvoiced),
        ],
        .withdrawn: [.refused(.alreadySent), .becomes(.withdrawn, [])]
            + Array(repeating: .refused(.withdrawn), count: 6),
    ]

    private static let sent: [Outcome] = [
        .refused(.alreadySent), .becomes(.seen, []), .becomes(.accepted, [.keepAnswer, .announceAnswer]),
        .becomes(.refused, [.keepAnswer, .announceAnswer]), .becomes(.accepted, [.keepAnswer]),
        .becomes(.refused, [.keepAnswer]), .refused(.notAccepted), .refused(.notAccepted),
    ]

    private func outcome(_ state: QuoteState, _ event: QuoteEvent) -> Outcome {
        do {
            let (state, effects) = try state.after(event)
            return .becomes(state, effects)
        } catch {
            return .refused(error)
        }
    }

    @Test(arguments: QuoteState.allCases) func `every event in every state`(state: QuoteState) {
        #expect(QuoteEvent.allCases.map { outcome(state, $0) } == Self.table[state])
    }

    private static let lastDay = Day(number: 20_000)

    @Test(
        arguments: [
            (.sent, .sent, .expired), (.seen, .seen, .expired), (.draft, .draft, .draft),
            (.accepted, .accepted, .accepted),
            (.refused, .refused, .refused),
        ] as [(QuoteState, QuoteState, QuoteState)]
    )
    func `its last day is the last on which it can be accepted`(stored: QuoteState, on: QuoteState, after: QuoteState) {
        let last = Self.lastDay
        #expect(stored.on(last, validUntil: last, isInvoiced: false, isWithdrawn: false) == on)
        #expect(stored.on(last.adding(days: 1), validUntil: last, isInvoiced: false, isWithdrawn: false) == after)
    }

    @Test(
        arguments: [
            (.sent, .withdrawn), (.seen, .withdrawn), (.draft, .draft), (.accepted, .accepted), (.refused, .refused),
        ] as [(QuoteState, QuoteState)]
    )
    func `one that awaits an answer is withdrawn with its seller's account, in time or not`(
        stored: QuoteState,
        now: QuoteState
    ) {
        for day in [Self.lastDay, Self.lastDay.adding(days: 1)] {
            #expect(stored.on(day, validUntil: Self.lastDay, isInvoiced: false, isWithdrawn: true) == now)
        }
    }

    @Test func `an accepted one is invoiced while an invoice stands that asks for it`() {
        #expect(
            QuoteState.accepted.on(Self.lastDay, validUntil: Self.lastDay, isInvoiced: true, isWithdrawn: false)
                == .invoiced
        )
    }
}
