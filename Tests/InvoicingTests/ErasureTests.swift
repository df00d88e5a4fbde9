import Accounting
import Invoicing
import Testing

@Suite struct `A client to be erased` {
    @Test func `is erased when nothing is owed any more`() throws {
        #expect(try ClientPresence.present(awaitingPayment: 0, openQuotes: 0).erased() == .erased)
    }

    @Test func `stays as long as an invoice awaits money, which is then claimed (RGPD, article 17-3 e)`() {
        #expect(throws: ErasureRefusal.awaitsPayment(2)) {
            try ClientPresence.present(awaitingPayment: 2, openQuotes: 1).erased()
        }
    }

    @Test func `stays as long as a quote of theirs may be accepted`() {
        #expect(throws: ErasureRefusal.awaitsAnswer(1)) {
            try ClientPresence.present(awaitingPayment: 0, openQuotes: 1).erased()
        }
    }

    @Test func `is not erased twice`() {
        #expect(throws: ErasureRefusal.alreadyErased) { try ClientPresence.erased.erased() }
    }

    @Test func `leaves documents for ten years after theirs has closed (code de commerce, article L123-22)`() throws {
        let day = try #require(Day(year: 2026, month: 3, day: 2))
        #expect(Retention.lastDay(for: day) == Day(year: 2036, month: 12, day: 31))
    }
}
