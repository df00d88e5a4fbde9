import Accounting
import Curl
import Stripe
import StripeSimulator
import StripeTestSupport
import Testing

@Suite struct `Refunds and disputes at the simulator` {
    @Test func `a refund in two parts, and nothing beyond`() throws {
        let (shop, payment) = try Shop.paid()
        let first = try #require(shop.stripe.refund(payment, amount: Cents(1_000)))
        let rest = try #require(shop.stripe.refund(payment))
        #expect(shop.stripe.refund(payment) == nil)
        #expect(
            shop.stripe.deliverEvents().map(\.type)
                == ["refund.created", "charge.refunded", "refund.created", "charge.refunded"]
        )
        let list = try shop.call("GET", "/v1/refunds?payment_intent=\(payment)").json
        #expect(list.ids == [rest, first])
        #expect(list["data"][0]["amount"] == 122_456)
        #expect(list["data"][1]["status"] == "succeeded")
        #expect(list["data"][1]["payment_intent"] == .text(payment))
        let charge = try #require(list["data"][1]["charge"].text)
        let whole = try shop.call("GET", "/v1/charges/\(charge)").json
        #expect(whole["amount_refunded"] == 123_456)
        #expect(whole["refunded"] == true)
        #expect(try shop.call("GET", "/v1/refunds/\(first)").json["amount"] == 1_000)
        #expect(try shop.call("GET", "/v1/refunds?charge=\(charge)&limit=1").json["has_more"] == true)
        #expect(try shop.call("GET", "/v1/refunds?charge=ch_other").json.ids == [])
    }

    @Test func `the charge tells how much was given back so far`() throws {
        let (shop, payment) = try Shop.paid()
        shop.stripe.refund(payment, amount: Cents(1_000))
        shop.stripe.refund(payment, amount: Cents(500))
        let told = shop.stripe.deliverEvents().filter { $0.type == "charge.refunded" }.map(\.json)
        #expect(told.map { $0["data"]["object"]["amount_refunded"] } == [1_000, 1_500])
    }

    @Test func `a refund that the bank sends back is no longer counted, and its money returns`() throws {
        let (shop, payment) = try Shop.paid()
        let refund = try #require(shop.stripe.refund(payment))
        _ = shop.stripe.deliverEvents()
        shop.stripe.control("refunds/\(refund)/fail")
        #expect(
            shop.stripe.deliverEvents().map(\.type) == ["refund.updated", "charge.refund.updated", "refund.failed"]
        )
        let failed = try shop.call("GET", "/v1/refunds/\(refund)?expand[]=failure_balance_transaction").json
        #expect(failed["status"] == "failed")
        #expect(failed["failure_balance_transaction"]["amount"] == 123_456)
        let charge = try #require(failed["charge"].text)
        #expect(try shop.call("GET", "/v1/charges/\(charge)").json["amount_refunded"] == 0)
        #expect(shop.stripe.refund(payment) != nil)
    }

    @Test func `a refund that waits has no line until it succeeds, and can be given up`() throws {
        let (shop, payment) = try Shop.paid()
        let waiting = try #require(shop.stripe.refund(payment, amount: Cents(1_000), isPending: true))
        let given = try #require(shop.stripe.refund(payment, amount: Cents(2_000), isPending: true))
        let before = try shop.call("GET", "/v1/refunds/\(waiting)").json
        #expect(before["status"] == "pending")
        #expect(before["balance_transaction"] == .null)
        shop.stripe.control("refunds/\(waiting)/succeed")
        shop.stripe.control("refunds/\(given)/cancel")
        let after = try shop.call("GET", "/v1/refunds/\(waiting)?expand[]=balance_transaction").json
        #expect(after["status"] == "succeeded")
        #expect(after["balance_transaction"]["net"] == -1_000)
        #expect(try shop.call("GET", "/v1/refunds/\(given)").json["status"] == "canceled")
        shop.stripe.control("refunds/\(given)/succeed")
        #expect(try shop.call("GET", "/v1/refunds/\(given)").json["status"] == "canceled")
    }

    @Test(arguments: [("win", "won", [123_456, -123_456]), ("lose", "lost", [-123_456])])
    func `a dispute is opened, answered and decided`(gesture: String, outcome: String, amounts: [Int64]) throws {
        let (shop, payment) = try Shop.paid()
        let dispute = try #require(shop.stripe.dispute(payment))
        #expect(shop.stripe.dispute(payment) == nil)
        #expect(try shop.call("GET", "/v1/disputes?payment_intent=\(payment)").json.ids == [dispute])
        #expect(try shop.call("GET", "/v1/disputes/\(dispute)").json["status"] == "needs_response")
        shop.stripe.control("disputes/\(dispute)/review")
        #expect(try shop.call("GET", "/v1/disputes/\(dispute)").json["status"] == "under_review")
        shop.stripe.control("disputes/\(dispute)/\(gesture)")
        #expect(try shop.call("GET", "/v1/disputes/\(dispute)").json["status"] == .text(outcome))
        let lines = try shop.call("GET", "/v1/balance_transactions?type=adjustment").json
        #expect(lines["data"].list.map { $0["amount"] } == amounts.map { .integer($0) })
        #expect(
            shop.stripe.deliverEvents().map(\.type)
                == ["charge.dispute.created", "charge.dispute.updated", "charge.dispute.closed"]
        )
        shop.stripe.control("disputes/\(dispute)/review")
        #expect(shop.stripe.deliverEvents().isEmpty)
    }

    @Test func `neither refund nor dispute touches the session`() throws {
        let (shop, payment) = try Shop.paid()
        let before = try shop.call("GET", "/v1/checkout/sessions?payment_intent=\(payment)").text
        shop.stripe.refund(payment)
        shop.stripe.dispute(payment)
        #expect(try shop.call("GET", "/v1/checkout/sessions?payment_intent=\(payment)").text == before)
    }

    @Test func `another account's refunds and disputes do not exist`() throws {
        let (shop, payment) = try Shop.paid()
        let refund = try #require(shop.stripe.refund(payment))
        let dispute = try #require(shop.stripe.dispute(payment))
        let other = try Shop(in: shop.stripe)
        #expect(try other.call("GET", "/v1/refunds/\(refund)").status == 404)
        #expect(try other.call("GET", "/v1/disputes/\(dispute)").status == 404)
        #expect(try other.call("GET", "/v1/refunds").json.ids == [])
        #expect(try other.call("GET", "/v1/disputes").json.ids == [])
    }
}
