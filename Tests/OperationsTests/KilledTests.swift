import Accounting
import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

/// A process killed between any two steps of `settle` leaves nothing or everything, on whichever road it was.
@Suite(.database(.needme)) struct `Settling cut off` {
    let story = Story()
    let nothing = Books.awaiting(Cents(135_000))
    let everything = Books.paid(Cents(135_000))

    @Test(arguments: CutWire.Moment.allCases)
    func `at any statement of an event leaves nothing or everything`(moment: CutWire.Moment) throws {
        try cutEverywhere(as: .webhook, moment) { office, paid in
            let status = try story.knock(paid.event, in: office)
            #expect(status == 200)
        }
        // Each payment leaves two errands: to be confirmed by Stripe, and to be told of by mail.
        #expect(try story.count("outbox") == 2 * story.count("payments"))
    }

    @Test(arguments: CutWire.Moment.allCases)
    func `at any statement of a return leaves nothing or everything`(moment: CutWire.Moment) throws {
        try cutEverywhere(as: .stripe, moment) { office, paid in
            _ = try ReturnFromCheckout(link: paid.bill.link, session: paid.session)
                .run(in: office, stripe: story.stripe.line)
        }
    }

    /// The worker goes on to the next attempt when one fails: what it throws in the end may be another statement's error.
    @Test(arguments: CutWire.Moment.allCases)
    func `at any statement of a sweep leaves nothing or everything`(moment: CutWire.Moment) throws {
        try cutEverywhere(as: .work, moment, tellsOutcome: false) { office, _ in
            // A sweep leaves alone whom it asked about just now.
            story.wait(seconds: Sweep.period + 1)
            _ = try Sweep().run(in: office, stripe: story.stripe.line)
        }
    }

    /// Cuts the first statement, then the second one, and so on until there are no more; what was cut off comes again.
    private func cutEverywhere(
        as role: Role,
        _ moment: CutWire.Moment,
        tellsOutcome: Bool = true,
        _ body: (Office, Paid) throws -> Void
    ) throws {
        let settings = story.database.settings(as: role)
        var paid = try pay(1)
        for number in 1...200 {
            let wire = try CutWire(to: settings, at: number, moment)
            defer { wire.close() }
            do {
                try body(story.office(on: Connection(wire.settings(from: settings))), paid)
                #expect(try story.books(of: paid.bill) == everything, "statement \(number)")
            } catch let error as DatabaseError {
                #expect(error.isUnavailable)
                let books = try story.books(of: paid.bill)
                #expect(
                    books == nothing || (error.isOutcomeUnknown || !tellsOutcome) && books == everything,
                    "statement \(number)"
                )
            }
            guard wire.isCut else {
                #expect(number > 20)
                return
            }
            if try story.books(of: paid.bill) == everything { paid = try pay(number + 1) }
        }
        Issue.record("There are no 200 statements.")
    }

    /// Somebody's invoice, paid at Stripe.
    private func pay(_ number: Int) throws -> Paid {
        let bill = try story.bill(from: try story.connectedFreelancer("nr\(number)@exemple.fr"))
        let session = try story.pay(bill)
        let event = try #require(story.stripe.deliverEvents().first { $0.type == "checkout.session.completed" })
        return Paid(bill: bill, session: session, event: event)
    }

    private struct Paid {
        let bill: Bill
        let session: String
        let event: SignedEvent
    }
}
