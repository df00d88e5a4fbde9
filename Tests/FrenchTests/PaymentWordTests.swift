import French
import Payments
import Testing

@Suite struct `The words about payments` {
    @Test(arguments: QuarantineReason.allCases) func `tell why money waits, and what to do`(reason: QuarantineReason) {
        for sentence in [reason.french, reason.advice] {
            #expect(sentence.hasSuffix("."))
            #expect(!sentence.contains("'") && !sentence.contains(" :") && !sentence.contains(" ;"))
        }
        #expect(QuarantineReason.allCases.filter { $0.french == reason.french } == [reason])
    }

    @Test func `tell how money that goes back stands`() {
        let words = Reversal.Kind.allCases.map { kind in
            Reversal.State.allCases.map { $0.status(of: kind).word }
        }
        #expect(
            words == [
                ["Remboursement en cours", "Remboursement effectué", "Remboursement non abouti"],
                ["Litige en cours", "Litige perdu", "Litige gagné"],
            ]
        )
    }
}
