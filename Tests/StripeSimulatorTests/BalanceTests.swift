import Accounting
import Curl
import Stripe
import StripeSimulator
import StripeTestSupport
import Testing

@Suite struct `The balance at the simulator` {
    @Test func `a payment, a refund and a dispute each leave their line`() throws {
        let (shop, payment) = try Shop.paid()
        shop.stripe.refund(payment, amount: Cents(1_000))
        shop.stripe.dispute(payment, amount: Cents(500))
        let lines = try shop.call("GET", "/v1/balance_transactions").json["data"].list
        #expect(lines.map { $0["type"] } == ["adjustment", "refund", "charge"])
        #expect(lines.map { $0["reporting_category"] } == ["dispute", "refund", "charge"])
        #expect(lines.map { $0["amount"] } == [-500, -1_000, 123_456])
        #expect(lines.map { $0["fee"] } == [0, 0, 2_124])
        #expect(lines.map { $0["net"] } == [-500, -1_000, 121_332])
        #expect(lines[2]["fee_details"][0]["type"] == "application_fee")
        #expect(lines[2]["fee_details"][1] == .null)
        #expect(lines[2]["source"].text?.hasPrefix("ch_") == true)
        #expect(lines[2]["available_on"] == .integer(shop.stripe.now.seconds + 7 * 86_400))
        let id = try #require(lines[1]["id"].text)
        let line = try shop.call("GET", "/v1/balance_transactions/\(id)?expand[]=source").json
        #expect(line["source"]["object"] == "refund")
    }

    @Test func `a payment's line may be late, and is told when it comes`() throws {
        let (shop, payment) = try Shop.paid { $0.delaysBalance = true }
        let path = "/v1/payment_intents/\(payment)?expand[]=latest_charge.balance_transaction"
        #expect(try shop.call("GET", path).json["latest_charge"]["object"] == "charge")
        #expect(try shop.call("GET", path).json["latest_charge"]["balance_transaction"] == .null)
        #expect(try shop.call("GET", "/v1/balance_transactions").json.ids == [])
        shop.stripe.releaseBalance(payment)
        shop.stripe.releaseBalance(payment)
        #expect(shop.stripe.deliverEvents().map(\.type) == ["charge.updated"])
        #expect(try shop.call("GET", path).json["latest_charge"]["balance_transaction"]["fee"] == 2_124)
    }

    @Test func `a payout takes all that has not gone yet, and its lines add up to it`() throws {
        let (shop, payment) = try Shop.paid()
        shop.stripe.refund(payment, amount: Cents(1_332))
        _ = shop.stripe.deliverEvents()
        let payout = try #require(shop.stripe.payOut(shop.account))
        #expect(shop.stripe.payOut(shop.account) == nil)
        let sent = try shop.call("GET", "/v1/payouts/\(payout)").json
        #expect(sent["amount"] == 120_000)
        #expect(sent["status"] == "pending")
        let lines = try shop.call("GET", "/v1/balance_transactions?payout=\(payout)").json["data"].list
        #expect(lines.map { $0["type"] } == ["payout", "refund", "charge"])
        #expect(lines.map { $0["net"] } == [-120_000, -1_332, 121_332])
        shop.stripe.control("payouts/\(payout)/send")
        #expect(try shop.call("GET", "/v1/payouts?status=in_transit").json.ids == [payout])
        shop.stripe.control("payouts/\(payout)/pay")
        #expect(try shop.call("GET", "/v1/payouts?status=paid").json.ids == [payout])
        #expect(try shop.call("GET", "/v1/payouts?status=pending").json.ids == [])
        #expect(
            shop.stripe.deliverEvents().map(\.type)
                == ["payout.created", "payout.updated", "payout.updated", "payout.paid"]
        )
    }

    @Test func `a payout that fails gives its money to the next one`() throws {
        let (shop, _) = try Shop.paid()
        let payout = try #require(shop.stripe.payOut(shop.account))
        shop.stripe.control("payouts/\(payout)/pay")
        _ = shop.stripe.deliverEvents()
        shop.stripe.control("payouts/\(payout)/fail")
        #expect(shop.stripe.deliverEvents().map(\.type) == ["payout.updated", "payout.failed"])
        #expect(try shop.call("GET", "/v1/payouts/\(payout)").json["failure_code"] == "account_closed")
        let next = try #require(shop.stripe.payOut(shop.account))
        #expect(try shop.call("GET", "/v1/payouts/\(next)").json["amount"] == 121_332)
        #expect(try shop.call("GET", "/v1/payouts").json.ids == [next, payout])
    }

    @Test func `a payout that the owner asks for takes the balance, and its lines are not told`() throws {
        let (shop, _) = try Shop.paid()
        let payout = try #require(shop.stripe.payOut(shop.account, isAutomatic: false))
        #expect(shop.stripe.payOut(shop.account) == nil)
        #expect(try shop.call("GET", "/v1/payouts/\(payout)").json["automatic"] == false)
        let refusal = try shop.call("GET", "/v1/balance_transactions?payout=\(payout)")
        #expect(refusal.status == 400)
        #expect(try refusal.json["error"]["param"] == "payout")
        #expect(shop.stripe.payOut(shop.account) == nil)
        shop.stripe.control("payouts/\(payout)/fail")
        let next = try #require(shop.stripe.payOut(shop.account))
        #expect(try shop.call("GET", "/v1/payouts/\(next)").json["automatic"] == true)
    }

    @Test func `lists are read page by page and by their period`() throws {
        let shop = try Shop()
        var payments: [String] = []
        for number in 0..<5 {
            let session = try shop.open(key: "\(number)")
            shop.stripe.pay(sessionURL: try #require(session.url))
            payments.append(try #require(shop.stripe.payment(ofSession: session.id)))
            shop.stripe.now = shop.stripe.now.adding(seconds: 10)
        }
        let newest = Array(payments.reversed())
        let first = try shop.call("GET", "/v1/payment_intents?limit=2").json
        #expect(first.ids == Array(newest[..<2]))
        #expect(first["has_more"] == true)
        let last = try shop.call("GET", "/v1/payment_intents?limit=3&starting_after=\(newest[1])").json
        #expect(last.ids == Array(newest[2...]))
        #expect(last["has_more"] == false)
        let since = shop.stripe.now.seconds - 20
        #expect(try shop.call("GET", "/v1/payment_intents?created[gte]=\(since)").json.ids == Array(newest[..<2]))
        #expect(try shop.call("GET", "/v1/payment_intents?created[gt]=\(since)").json.ids == [newest[0]])
        let sessions = try shop.call("GET", "/v1/checkout/sessions?limit=4").json
        let rest = try shop.call("GET", "/v1/checkout/sessions?limit=4&starting_after=\(sessions.ids[3])").json
        #expect(Set(sessions.ids + rest.ids).count == 5)
        #expect(sessions["has_more"] == true && rest["has_more"] == false)
        #expect(try shop.call("GET", "/v1/payouts?starting_after=po_x").json["error"]["code"] == "resource_missing")
        #expect(try shop.call("GET", "/v1/refunds?limit=101").status == 400)
        #expect(try shop.call("GET", "/v1/disputes?foo=1").json["error"]["code"] == "parameter_unknown")
    }
}
