import Dashboard
import Invoicing
import Operations
import PublicPages
import Store
import StripePages
import StripeTestSupport
import TestSupport
public import Web

/// Somebody's browser: it keeps cookies, finds the form token of the page it shows, and follows redirects.
public final class Browser {
    /// What the browser shows.
    public struct Page {
        /// The address, without the origin.
        public let path: String
        /// The answer.
        public let response: Response

        /// The markup.
        public var text: String { String(decoding: response.body, as: UTF8.self) }
        /// The status.
        public var status: Int { response.status }
        /// The address outside of the site that the browser is sent to.
        public var location: String? { response.headers["location"] }
        /// The form token.
        public var token: String? { text.after("name=\"jeton\" value=\"")?.before("\"") }
        /// The field of its form that makes it count once; none on most pages.
        public var key: [(String, String)] {
            text.after("name=\"cle\" value=\"")?.before("\"").map { [("cle", $0)] } ?? []
        }
        /// The field of its form that says what was to be seen; none on most pages.
        public var seen: [(String, String)] { Self.seen(in: text) }

        /// The same of one of several forms, by where it is sent.
        public func seen(sentTo address: String) -> [(String, String)] {
            text.after("action=\"\(address)\"").map(Self.seen) ?? []
        }

        private static func seen(in text: String) -> [(String, String)] {
            text.after("name=\"lu\" value=\"")?.before("\"").map { [("lu", $0)] } ?? []
        }
    }

    /// What every form of a page of ours is sent from.
    public var origin: String? = Story.origin
    /// What the browser calls itself.
    public var agent: String?
    /// The cookies, by name.
    public var cookies: [String: String] = [:]
    /// The form token of the last page that had one.
    public private(set) var token: String?
    private let story: Story

    /// A browser that has never been here.
    public init(_ story: Story) {
        self.story = story
    }

    /// The browser in which a freelancer signed up.
    public convenience init(_ story: Story, of freelancer: Freelancer) {
        self.init(story)
        cookies["__Host-session"] = freelancer.session.text
    }

    /// What a telephone's browser calls itself.
    public static let telephone = "Mozilla/5.0 (Linux; Android 14; K) Chrome/140.0.0.0 Mobile Safari/537.36"

    /// Opens a page.
    @discardableResult
    public func open(_ address: String, _ method: Method = .get) throws -> Page {
        try follow(request(method, address))
    }

    /// Sends a form of the page that is shown, or with another token.
    @discardableResult
    public func send(_ address: String, _ fields: [(String, String)] = [], token: String? = nil) throws -> Page {
        var request = request(.post, address)
        if let origin { request.headers.add("origin", origin) }
        request.headers.add("content-type", "application/x-www-form-urlencoded")
        let token = token ?? self.token
        let all = fields + (token.map { [(CrossSite.fieldName, $0)] } ?? [])
        request.body = Array(Form(all.map { Form.Field($0.0, $0.1) }).encoded.utf8)
        return try follow(request)
    }

    /// Sends a file in a form.
    @discardableResult
    public func send(_ address: String, file: [UInt8], named fileName: String, as name: String) throws -> Page {
        var request = request(.post, address)
        if let origin { request.headers.add("origin", origin) }
        request.headers.add("content-type", "multipart/form-data; boundary=----test")
        let part = "------test\r\nContent-Disposition: form-data; name="
        let proof = token.map { "\(part)\"\(CrossSite.fieldName)\"\r\n\r\n\($0)\r\n" } ?? ""
        let head = "\(part)\"\(name)\"; filename=\"\(fileName)\"\r\n\r\n"
        request.body = Array((proof + head).utf8) + file + Array("\r\n------test--\r\n".utf8)
        return try follow(request)
    }

    private func request(_ method: Method, _ address: String) -> Request {
        let path = address.hasPrefix(Story.origin) ? String(address.dropFirst(Story.origin.count)) : address
        let parts = path.split(separator: "?", maxSplits: 1)
        var headers = Headers()
        let cookie = cookies.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: "; ")
        if !cookie.isEmpty { headers.add("cookie", cookie) }
        if let agent { headers.add("user-agent", agent) }
        return Request(
            method,
            parts.first.map(String.init) ?? "/",
            query: parts.count > 1 ? Form(encoded: parts[1].utf8) : Form(),
            headers: headers,
            id: "test"
        )
    }

    private func follow(_ first: Request) throws -> Page {
        var request = first
        for _ in 1...5 {
            try story.onRequest?(request)
            var response = try story.answer(request)
            while let piece = try response.rest?() { response.body += piece }
            try story.onResponse?(request, response)
            for cookie in response.headers.values("set-cookie") { keep(cookie) }
            let isOurs = response.headers["location"].map { $0.hasPrefix("/") || $0.hasPrefix(Story.origin) } ?? false
            guard response.status == 303, isOurs, let location = response.headers["location"] else {
                let page = Page(path: request.path, response: response)
                token = page.token ?? token
                return page
            }
            request = self.request(.get, location)
        }
        throw StoryError(reason: "the redirects from \(first.path) have no end")
    }

    private func keep(_ cookie: String) {
        let pair = cookie.before(";") ?? cookie
        let name = pair.before("=") ?? ""
        cookies[name] = cookie.contains("Max-Age=0") ? nil : pair.after("=")
    }
}

extension Story {
    /// What nginx's four roles answer, refusals turned into statuses as the program does.
    public func answer(_ request: Request) throws -> Response {
        do {
            return try pages(request)
        } catch is NotFound {
            let isAtDesk = !["f", "d", "stripe"].contains(request.pathComponents?.first)
            return isAtDesk ? dashboard.errorPage(.notFound, to: request) : ErrorPage.notFound.response(Self.assets)
        } catch  where error is InvoiceRefusal || error is IssueRefusal || error is QuoteRefusal {
            return .text("\(error)", status: 409)
        }
    }

    private func pages(_ request: Request) throws -> Response {
        let path = request.path
        if path.hasPrefix("/stripe/") || path.hasSuffix("/payer") || path.hasSuffix("/retour") {
            return try StripePages(
                office: office(of: .stripe),
                reader: reader(of: .stripe),
                stripe: stripe.line,
                assets: Self.assets
            ).respond(to: request)
        }
        if path.hasPrefix("/f/") || path.hasPrefix("/d/") {
            return try PublicPages(office: office(of: .public), reader: reader(of: .public), assets: Self.assets)
                .respond(to: request)
        }
        return try dashboard.respond(to: request)
    }

    private var dashboard: Dashboard {
        Dashboard(
            office: office(of: .dashboard),
            reader: reader(of: .dashboard),
            assets: Self.assets,
            connectsExistingAccounts: connectsExistingAccounts,
            siteOperator: .fictitious
        )
    }

    private static let assets = Assets(stylesheet: "/static/style.css", script: "/static/script.js")
}

extension StringProtocol {
    /// What follows the first occurrence of a text.
    public func after(_ text: String) -> String? { firstRange(of: text).map { String(self[$0.upperBound...]) } }

    /// What comes before the first occurrence of a text.
    public func before(_ text: String) -> String? { firstRange(of: text).map { String(self[..<$0.lowerBound]) } }
}
