import Curl
import Web

extension SimulatedStripe {
    /// A page that a person got.
    public struct Page: Sendable {
        /// The status: 303 when the person is sent elsewhere, 402 when the bank said no.
        public let status: Int
        /// Where the person is sent.
        public let location: String?
        /// The markup.
        public let text: String
    }

    /// The customer pays on the page of a session with a test card, and accepts or refuses on the bank's page if it comes.
    @discardableResult
    public func pay(
        sessionURL: String,
        card: String = "4242 4242 4242 4242",
        email: String = "client@exemple.fr",
        authenticates: Bool = true
    ) -> Page {
        let page = post(
            sessionURL,
            [
                ("email", email), ("cardNumber", card), ("cardExpiry", "12 / 34"), ("cardCvc", "123"),
                ("billingName", "Camille Client"), ("action", "card"),
            ]
        )
        guard let location = page.location, location.hasSuffix("/authentification") else { return page }
        return post(Self.address + location, [("decision", authenticates ? "accept" : "refuse")])
    }

    /// The customer pays with Klarna: `decision` is `accept`, `refuse` or `cancel`.
    @discardableResult
    public func payWithKlarna(
        sessionURL: String,
        email: String = "customer@email.fr",
        code: String = "123456",
        decision: String = "accept"
    ) -> Page {
        let page = post(sessionURL, [("email", email), ("action", "klarna")])
        guard let location = page.location, location.hasSuffix("/klarna") else { return page }
        return post(Self.address + location, [("code", code), ("decision", decision)])
    }

    /// The freelancer follows a link into the forms and finishes all screens that are due; answers where they are sent.
    @discardableResult
    public func finishOnboarding(url: String) -> String? {
        onboard(url, screens: .max, last: "next")
    }

    /// The same, but Stripe takes its time to look at the papers.
    @discardableResult
    public func submitOnboarding(url: String) -> String? {
        onboard(url, screens: .max, last: "review")
    }

    /// The freelancer follows a link into the forms and leaves after some screens; answers where they are sent.
    @discardableResult
    public func leaveOnboarding(url: String, afterScreens screens: Int = 0) -> String? {
        onboard(url, screens: screens, last: "next")
    }

    /// The owner of an existing account is sent to OAuth's page, chooses the account or logs in by its address, and accepts
    /// or refuses; answers where they are sent, nil when the page refused the request.
    public func connectExisting(
        authorizeURL: String,
        accepts: Bool = true,
        account: String? = nil,
        email: String = "lucie@exemple.fr",
        name: String = "Studio Lumière"
    ) -> String? {
        guard open(authorizeURL).status == 200 else { return nil }
        let fields = [
            ("account", account ?? "other"), ("email", email), ("name", name),
            ("decision", accepts ? "accept" : "refuse"),
        ]
        return post(authorizeURL, fields).location
    }

    /// Throws a switch of the control page: `control("accounts/acct_…/revoke")`.
    public func control(_ path: String, _ fields: [(String, String)] = []) {
        post("\(Self.address)/_simulator/\(path)", fields)
    }

    /// Opens a page.
    public func open(_ url: String) -> Page {
        Page(browse(HTTPRequest(method: "GET", url: url)))
    }

    /// Sends a form.
    @discardableResult
    public func post(_ url: String, _ fields: [(String, String)]) -> Page {
        let form = Form(fields.map { Form.Field($0, $1) })
        let headers = [HTTPHeader("content-type", "application/x-www-form-urlencoded")]
        return Page(browse(HTTPRequest(method: "POST", url: url, headers: headers, body: Array(form.encoded.utf8))))
    }

    /// Does so many screens and then leaves; answers where the freelancer is sent by the last one.
    private func onboard(_ url: String, screens: Int, last: String) -> String? {
        var place = open(url).location
        var done = 0
        while let screen = place, screen.hasPrefix("/setup/c/"), done < OnboardingAnswers.maximumScreens {
            let action = done >= screens ? "leave" : screen.hasSuffix("/7") ? last : "next"
            place = post(Self.address + screen, OnboardingAnswers.fields + [("action", action)]).location
            done += 1
        }
        return place
    }
}

/// What a freelancer types in Stripe's forms; the rest is left as it is proposed.
private enum OnboardingAnswers {
    static let maximumScreens = 20
    static let fields = [
        ("name", "Atelier Durand"), ("email", "jeanne@exemple.fr"), ("phone", "06 12 34 56 78"),
        ("iban", "FR76 3000 6000 0112 3456 7890 189"), ("statementDescriptor", "ATELIER DURAND"),
    ]
}

extension SimulatedStripe.Page {
    init(_ response: HTTPResponse) {
        self.init(
            status: response.status,
            location: response["location"],
            text: String(decoding: response.body, as: UTF8.self)
        )
    }
}
