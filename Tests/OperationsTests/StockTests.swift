import Accounting
import MariaDB
import Operations
import OperationsTestSupport
import Payments
import Store
import StripeTestSupport
import TestSupport
import Testing

@Suite(.database(.needme)) struct `The operator's figures` {
    let story = Story()

    @Test func `are nothing while nothing waits`() throws {
        let stock = try stock()
        #expect(stock.lengths == [.stripe: 0, .mail: 0])
        #expect(stock.ages == [.stripe: 0, .mail: 0])
        #expect(stock.givenUp == [.stripe: 0, .mail: 0])
        #expect(stock.attempts == [.starting: 0, .open: 0, .processing: 0])
        #expect(stock.sweepLag == 0)
        #expect(stock.eventBacklog == 0)
    }

    @Test func `say how many errands wait in each lane, and for how long`() throws {
        try story.pay(try story.payableBill())
        try story.deliver()
        story.wait(seconds: 90)
        let stock = try stock()
        #expect(stock.lengths == [.stripe: 1, .mail: 1])
        #expect(stock.ages == [.stripe: 90, .mail: 90])
        try story.doErrands()
        #expect(try self.stock().lengths == [.stripe: 0, .mail: 0])
    }

    @Test func `count no errand as late before it is due`() throws {
        try story.pay(try story.payableBill())
        try story.deliver()
        try story.forge("UPDATE outbox SET due_at = \(story.now.adding(seconds: 60))")
        #expect(try stock().ages == [.stripe: 0, .mail: 0])
    }

    @Test func `count what was given up, not what was put off or done`() throws {
        try story.pay(try story.payableBill())
        try story.deliver()
        try story.forge("UPDATE outbox SET tries = 3, last_error = 'no'")
        #expect(try stock().givenUp == [.stripe: 0, .mail: 0])
        try story.forge("UPDATE outbox SET done_at = due_at WHERE kind = 'mail_receipt'")
        #expect(try stock().givenUp == [.stripe: 0, .mail: 1])
        try story.forge("UPDATE outbox SET done_at = due_at, last_error = NULL")
        #expect(try stock().givenUp == [.stripe: 0, .mail: 0])
    }

    @Test func `say by how much the sweep is late`() throws {
        try story.click(try story.payableBill())
        story.wait(seconds: Sweep.period)
        #expect(try stock().attempts == [.starting: 0, .open: 1, .processing: 0])
        #expect(try stock().sweepLag == 0)
        story.wait(seconds: 30)
        #expect(try stock().sweepLag == 30)
        try story.sweep()
        #expect(try stock().sweepLag == 0)
    }

    @Test func `say how many events wait`() throws {
        try story.pay(try story.payableBill())
        try story.deliver()
        #expect(try stock().eventBacklog == 0)
        try story.pay(try story.bill(from: try story.connectedFreelancer("paul@exemple.fr")))
        try story.forge("UPDATE payment_attempts SET session = 'cs_test_other' WHERE state = 'open'")
        try story.deliver()
        #expect(try stock().eventBacklog == 1, "It names a session that is not known here yet.")
    }

    @Test func `are told of each settlement once, on whichever road it came`() throws {
        let bill = try story.payableBill()
        let session = try story.pay(bill)
        try story.deliver()
        #expect(story.settlements == [.booked])
        try story.comeBack(bill, session: session)
        #expect(story.settlements.filter { $0 == .booked }.count == 1)
    }

    private func stock() throws -> TakeStock.Stock {
        try TakeStock().run(in: story.office(on: story.database.connect()))
    }
}
