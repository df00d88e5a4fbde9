import Payments
import Testing

@Suite struct `The states of an attempt` {
    /// Each state with what follows from opened, refused, began, paid, expired, failed; nil when the news is stale.
    private static let table: [(state: AttemptState, after: [AttemptState?])] = [
        (.starting, [.open, .failed, .processing, .paid, .expired, .failed]),
        (.open, [nil, nil, .processing, .paid, .expired, .failed]),
        (.processing, [nil, nil, nil, .paid, nil, .failed]),
        (.paid, [nil, nil, nil, nil, nil, nil]),
        (.expired, [nil, nil, nil, .paid, nil, nil]),
        (.failed, [nil, nil, nil, .paid, nil, nil]),
    ]

    @Test func `the table below holds every state and every event`() {
        #expect(Self.table.map(\.state) == AttemptState.allCases)
        #expect(AttemptEvent.allCases == [.opened, .refused, .began, .paid, .expired, .failed])
        #expect(Self.table.allSatisfy { $0.after.count == AttemptEvent.allCases.count })
    }

    @Test(arguments: table.indices, AttemptEvent.allCases.indices) func `every event in every state`(
        state: Int,
        event: Int
    ) {
        let row = Self.table[state]
        #expect((try? row.state.after(AttemptEvent.allCases[event])) == row.after[event])
    }

    @Test(arguments: AttemptEvent.allCases) func `paid is final`(event: AttemptEvent) {
        #expect(throws: StaleAttemptEvent.self) { try AttemptState.paid.after(event) }
    }

    @Test(arguments: AttemptState.allCases.filter { $0 != .paid }) func `money outweighs every earlier bad news`(
        state: AttemptState
    ) throws {
        #expect(try state.after(.paid) == .paid)
    }

    @Test func `money may still come through an attempt that has not ended`() {
        #expect(AttemptState.allCases.filter(\.isLive) == [.starting, .open, .processing])
    }
}
