import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import StripeSimulator
import StripeTestSupport
import TestSupport
import Testing

/// Three roads lead to one `settle`: the webhook, the client's return and the worker's sweep.
@Suite(.database(.needme)) struct `Money that arrives` {
    let story = Story()
    let bill: Bill
    let paid = Books.paid(Cents(135_000))

    init() throws {
        bill = try story.payableBill()
    }

    @Test func `by the webhook, then the return, is booked once`() throws {
        let session = try story.pay(bill)
        #expect(try story.deliver() == [200, 200, 200, 200])
        #expect(try story.books(of: bill) == paid)
        #expect(try story.comeBack(bill, session: session) == .invoice)
        #expect(try story.books(of: bill) == paid)
    }

    @Test func `by the return is booked before the page is painted, and the webhook changes nothing`() throws {
        let session = try story.pay(bill)
        #expect(try story.comeBack(bill, session: session) == .invoice)
        #expect(try story.books(of: bill) == paid)
        #expect(try story.deliver() == [200, 200, 200, 200])
        #expect(try story.books(of: bill) == paid)
    }

    @Test func `while no webhook ever comes and the tab is closed is found by the sweep`() throws {
        story.stripe.faults.losesEvents = true
        try story.pay(bill)
        story.wait(seconds: 121)
        #expect(try story.sweep() == 1)
        #expect(try story.books(of: bill) == paid)
    }

    @Test func `is not asked about before the sweep's period is over`() throws {
        try story.pay(bill)
        story.wait(seconds: 119)
        #expect(try story.sweep() == 0)
        #expect(try story.books(of: bill) == .awaiting(Cents(135_000)))
    }

    @Test func `told five times at once on five connections is booked once`() throws {
        try story.pay(bill)
        let events = story.stripe.deliverEvents()
        let (database, now) = (story.database, story.now)
        for event in events {
            let outcomes = race(5) { runner in
                try knock(event, in: Story.office(on: database.connect(as: .webhook), at: now, seed: runner))
            }
            #expect(try outcomes.map { try $0.get() } == [200, 200, 200, 200, 200])
        }
        #expect(try story.books(of: bill) == paid)
        #expect(try story.count("stripe_events") == 4)
    }

    @Test(arguments: permutations(of: 4)) func `is booked once, in whatever order it is told`(order: [Int]) throws {
        try story.pay(bill)
        let events = story.stripe.deliverEvents()
        for place in order { #expect(try story.knock(events[place]) == 200) }
        #expect(try story.books(of: bill) == paid)
    }

    @Test func `by webhook, return and sweep at once is booked once`() throws {
        let session = try story.pay(bill)
        let events = story.stripe.deliverEvents()
        let stripe = SharedStripe(story.stripe)
        let (database, now, bill) = (story.database, story.now, bill)
        let outcomes = race(6) { runner in
            let role: Role = runner < 2 ? .webhook : runner < 4 ? .stripe : .work
            let office = Story.office(on: database.connect(as: role), at: now.adding(seconds: 200), seed: runner)
            try takeRoad(runner, office, stripe, events[2], bill, session: session)
        }
        for outcome in outcomes { try outcome.get() }
        #expect(try story.books(of: bill) == paid)
    }

    @Test func `is dated by the day in Paris, not in London`() throws {
        // 31 December 2026 at 23:30 UTC.
        story.now = Instant(seconds: 1_798_759_800)
        try story.pay(bill)
        try story.deliver()
        let line = try #require(try story.reader.registerLines(of: try story.companyID(of: bill)).first)
        #expect(line.entry.receivedOn == Day(iso: "2027-01-01"))
    }

    @Test func `says everything in the register`() throws {
        try story.pay(bill)
        story.wait(seconds: 10)
        try story.deliver()
        let companyID = try story.companyID(of: bill)
        let line = try #require(try story.reader.registerLines(of: companyID).first)
        let reference = try #require(try story.reader.payments(of: bill.id).first?.source.reference)
        #expect(reference.hasPrefix("pi_"))
        #expect(
            line.entry
                == RegisterLine.Entry(
                    receivedOn: Story.start.parisDay,
                    document: bill.number.text,
                    client: "Atelier Durand",
                    nature: "Refonte du site",
                    activity: .liberal,
                    amount: Cents(135_000),
                    means: .stripe,
                    reference: reference,
                    recordedAt: story.now
                )
        )
    }
}
