import Operations
import OperationsTestSupport
import StripeTestSupport
import TestSupport
import Testing
import Web

/// The address in the QR code: a person lands on Stripe's page, a program opens nothing.
@Suite(.database(.needme)) struct `A scanned code` {
    let story = Story()
    let bill: Bill

    init() throws {
        bill = try story.payableBill()
    }

    @Test func `leads a person to Stripe's page, the same one when it is scanned again`() throws {
        let first = try scan()
        #expect(first.headers["location"]?.hasPrefix(SimulatedStripe.address) == true)
        #expect(try scan().headers["location"] == first.headers["location"])
        #expect(try story.count("payment_attempts") == 1)
    }

    @Test(arguments: [
        "facebookexternalhit/1.1", "WhatsApp/2.23.20.0", "TelegramBot (like TwitterBot)", "Slackbot-LinkExpanding 1.0",
        "Mozilla/5.0 (compatible; Googlebot/2.1; +http://www.google.com/bot.html)",
        "Mozilla/5.0 (compatible; bingbot/2.0)", "Mozilla/5.0 (X11; Linux x86_64) HeadlessChrome/120.0",
        "Mozilla/5.0 (Windows NT 6.1) SkypeUriPreview Preview/0.5", "Microsoft Office/16.0", "curl/8.5.0", "",
        "python-requests/2.31", "LinkedInBot/1.0", "Discordbot/2.0", "Mozilla/5.0 (Barracuda Sentinel)",
        "Mozilla/5.0 (compatible; Google-InspectionTool/1.0)",
        "Mozilla/5.0 (Windows NT 5.1; rv:11.0) Gecko GoogleImageProxy",
        "YahooMailProxy; https://help.yahoo.com", "Mozilla/5.0 (compatible; CloudFlare-AlwaysOnline/1.0)",
        "Mozilla/5.0 (compatible; Google-Read-Aloud)",
    ])
    func `opens nothing for a program that names itself`(agent: String) throws {
        try expectNothingOpened(scan(agent: agent))
    }

    @Test(arguments: [
        ("purpose", "prefetch"), ("sec-purpose", "prefetch;prerender"), ("x-moz", "prefetch"), ("x-purpose", "preview"),
        ("sec-fetch-mode", "no-cors"), ("sec-fetch-mode", "cors"),
    ])
    func `opens nothing for a browser that only looks ahead`(name: String, value: String) throws {
        try expectNothingOpened(scan([(name, value)]))
    }

    @Test func `opens nothing when only its header is asked for`() throws {
        try expectNothingOpened(scan(method: .head))
    }

    @Test func `is followed from a page as well`() throws {
        let response = try scan([
            ("sec-fetch-mode", "navigate"), ("sec-fetch-dest", "document"), ("sec-fetch-user", "?1"),
        ])
        #expect(response.headers["location"]?.hasPrefix(SimulatedStripe.address) == true)
    }

    @Test func `of a paid invoice leads to the invoice`() throws {
        try story.pay(bill)
        try story.deliver()
        #expect(try scan().headers["location"] == "/f/\(bill.link.text)")
    }

    @Test func `of no invoice leads nowhere`() throws {
        var request = Request(.get, "/f/\(String(repeating: "A", count: 43))/payer")
        request.headers.add("user-agent", Story.phone)
        #expect(try story.answer(request).status == 404)
    }

    private func expectNothingOpened(_ response: Response) throws {
        #expect(response.headers["location"] == "/f/\(bill.link.text)")
        #expect(try story.count("payment_attempts") == 0)
    }

    private func scan(
        _ headers: [(String, String)] = [],
        agent: String = Story.phone,
        method: Web.Method = .get
    ) throws -> Response {
        var request = Request(method, "/f/\(bill.link.text)/payer")
        if !agent.isEmpty { request.headers.add("user-agent", agent) }
        for (name, value) in headers { request.headers.add(name, value) }
        return try story.answer(request)
    }
}
