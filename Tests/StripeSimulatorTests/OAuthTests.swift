import Accounting
import Curl
import Stripe
import StripeSimulator
import StripeTestSupport
import Testing
import Web

@Suite struct `OAuth at the simulator` {
    private let stripe = SimulatedStripe()
    private static let back = "https://needme.test/oauth"

    init() {
        stripe.settings.redirectURIs = [Self.back]
    }

    private func authorizeURL(_ changes: [String: String] = [:]) -> String {
        let fields = [
            "client_id": "ca_simulator", "scope": "read_write", "response_type": "code", "redirect_uri": Self.back,
            "state": "s1",
        ].merging(changes) { $1 }.sorted { $0.key < $1.key }
        return SimulatedStripe.address + "/oauth/authorize?" + Form(fields.map { Form.Field($0.key, $0.value) }).encoded
    }

    private func post(_ path: String, _ body: String, key: String = SimulatedStripe.secretKey) throws -> HTTPResponse {
        try stripe.exchange(
            HTTPRequest(
                method: "POST",
                url: SimulatedStripe.address + path,
                headers: [
                    HTTPHeader("Authorization", "Bearer " + key),
                    HTTPHeader("Content-Type", "application/x-www-form-urlencoded"),
                ],
                body: Array(body.utf8)
            )
        )
    }

    private func grant(account: String? = nil) throws -> String {
        let back = try #require(stripe.connectExisting(authorizeURL: authorizeURL(), account: account))
        let query = Form(encoded: back.dropFirst(Self.back.count + 1).utf8)
        #expect(query["state"] == "s1" && query["scope"] == "read_write")
        return try #require(query["code"])
    }

    private func fetch(_ code: String) throws -> HTTPResponse {
        try post("/oauth/token", "grant_type=authorization_code&code=\(code)")
    }

    private func connect(account: String? = nil) throws -> String {
        try #require(fetch(grant(account: account)).json["stripe_user_id"].text)
    }

    @Test func `an existing account is connected, with its own dashboard and its own fees`() throws {
        let code = try grant()
        #expect(code.hasPrefix("ac_"))
        let token = try fetch(code).json
        #expect(token["scope"] == "read_write")
        #expect(token["livemode"] == false)
        #expect(token["token_type"] == "bearer")
        let id = try #require(token["stripe_user_id"].text)
        let account = try stripe.client.retrieveAccount(id: id)
        #expect(account.takesCards && account.payoutsEnabled && account.detailsSubmitted)
        #expect(stripe.deliverEvents().map(\.type) == ["account.application.authorized"])
        let shop = Shop(stripe, account: id)
        let session = try shop.open()
        stripe.pay(sessionURL: try #require(session.url))
        let line = try shop.call("GET", "/v1/balance_transactions").json["data"][0]
        #expect(line["fee_details"].list.map { $0["type"] } == ["application_fee", "stripe_fee"])
        #expect(line["fee_details"].list.map { $0["amount"] } == [2_124, 1_877])
        #expect(line["net"] == .integer(123_456 - 2_124 - 1_877))
    }

    @Test func `before the code is fetched the account is not ours`() throws {
        let code = try grant()
        let id = try connect()
        stripe.control("accounts/\(id)/revoke")
        #expect(throws: StripeError.self) { try stripe.client.retrieveAccount(id: id) }
        #expect(try fetch(code).json["stripe_user_id"] == .text(id))
    }

    @Test func `the owner may refuse`() throws {
        let back = try #require(stripe.connectExisting(authorizeURL: authorizeURL(), accepts: false))
        let query = Form(encoded: back.dropFirst(Self.back.count + 1).utf8)
        #expect(query["error"] == "access_denied" && query["state"] == "s1" && query["code"] == nil)
        #expect(query["error_description"] != nil)
    }

    @Test(arguments: [
        (["client_id": "ca_other"], "invalid_client"), (["scope": "read_only"], "invalid_scope"),
        (["response_type": "token"], "unsupported_response_type"),
        (["redirect_uri": "https://needme.test/oauth/"], "invalid_redirect_uri"),
    ]) func `a wrong request is explained at Stripe and leads nowhere`(changes: [String: String], code: String) {
        let url = authorizeURL(changes)
        #expect(stripe.connectExisting(authorizeURL: url) == nil)
        #expect(stripe.open(url).status == 400)
        #expect(stripe.open(url).text.contains(code))
        #expect(stripe.post(url, [("decision", "accept"), ("account", "other")]).location == nil)
    }

    @Test func `a code used twice is refused and cuts the connection`() throws {
        let code = try grant()
        let id = try #require(fetch(code).json["stripe_user_id"].text)
        _ = stripe.deliverEvents()
        let again = try fetch(code)
        #expect(again.status == 400)
        #expect(try again.json["error"] == "invalid_grant")
        #expect(try again.json["error_description"].text?.contains("already been used") == true)
        #expect(stripe.deliverEvents().map(\.type) == ["account.application.deauthorized"])
        #expect(throws: StripeError.self) { try stripe.client.retrieveAccount(id: id) }
    }

    @Test func `a code lives five minutes`() throws {
        let late = try grant()
        stripe.now = stripe.now.adding(seconds: 300)
        #expect(try fetch(late).json["error"] == "invalid_grant")
        #expect(try fetch("ac_x").json["error"] == "invalid_grant")
        #expect(try post("/oauth/token", "grant_type=refresh_token").json["error"] == "unsupported_grant_type")
        #expect(try post("/oauth/token", "grant_type=authorization_code").json["error"] == "invalid_request")
        #expect(try post("/oauth/token", "", key: "sk_test_other").status == 401)
    }

    @Test func `an account that is connected again keeps its name`() throws {
        let id = try connect()
        #expect(
            try post("/oauth/deauthorize", "client_id=ca_simulator&stripe_user_id=\(id)").json["stripe_user_id"]
                == .text(id)
        )
        #expect(stripe.deliverEvents().map(\.type).last == "account.application.deauthorized")
        #expect(throws: StripeError.self) { try stripe.client.retrieveAccount(id: id) }
        #expect(stripe.open(authorizeURL()).text.contains("value=\"\(id)\""))
        #expect(try connect(account: id) == id)
        #expect(try connect() == id)
        #expect(try stripe.client.retrieveAccount(id: id).takesCards)
    }

    @Test func `only a connected account of its owner's own can be given up`() throws {
        let shop = try Shop(in: stripe)
        func error(_ body: String) throws -> Answer { try post("/oauth/deauthorize", body).json["error"] }
        #expect(
            try error("client_id=ca_simulator&stripe_user_id=\(shop.account)") == "no_deauth_on_controlled_account"
        )
        #expect(try error("client_id=ca_simulator&stripe_user_id=acct_x") == "invalid_client")
        #expect(try error("client_id=ca_other&stripe_user_id=\(shop.account)") == "invalid_client")
        #expect(try error("client_id=ca_simulator") == "invalid_request")
        #expect(try stripe.client.retrieveAccount(id: shop.account).takesCards)
    }

    @Test func `an account that the platform made does not offer itself`() throws {
        let shop = try Shop(in: stripe)
        #expect(!stripe.open(authorizeURL()).text.contains(shop.account))
        let chosen = [("decision", "accept"), ("account", shop.account)]
        #expect(stripe.post(authorizeURL(), chosen).status == 422)
    }

    @Test func `a lost answer leaves a code that is used`() throws {
        let code = try grant()
        stripe.faults.lostAnswers = 1
        #expect(throws: TransportError.self) { try fetch(code) }
        #expect(try fetch(code).json["error"] == "invalid_grant")
    }
}
