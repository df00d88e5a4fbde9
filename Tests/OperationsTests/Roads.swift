import Operations
import OperationsTestSupport
import StripeTestSupport
import Web
import Webhooks

/// Stripe knocks, on whichever thread.
func knock(_ event: SignedEvent, in office: Office) throws -> Int {
    try Webhooks(office: office, secrets: .simulated, takesRealMoney: false) { _, _ in }.respond(to: Request(event))
        .status
}

/// Three roads, of two each, to the same settlement.
func takeRoad(
    _ number: Int,
    _ office: Office,
    _ stripe: SharedStripe,
    _ event: SignedEvent,
    _ bill: Bill,
    session: String
) throws {
    switch number {
    case 0, 1: _ = try knock(event, in: office)
    case 2, 3: _ = try ReturnFromCheckout(link: bill.link, session: session).run(in: office, stripe: stripe.line)
    default: _ = try Sweep().run(in: office, stripe: stripe.line)
    }
}

/// Every order of the first whole numbers.
func permutations(of count: Int) -> [[Int]] {
    guard count > 0 else { return [[]] }
    return permutations(of: count - 1).flatMap { order in
        (0..<count).map { place in
            var order = order
            order.insert(count - 1, at: place)
            return order
        }
    }
}
