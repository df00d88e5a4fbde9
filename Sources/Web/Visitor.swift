/// Who asks: a person who opens a page, or a program that looks at it for them.
public enum Visitor: Sendable, Equatable {
    /// A browser that shows the page to somebody.
    case person
    /// A program: a preview, a prefetch, a scanner of links, a search engine.
    case program

    /// Tells from what browsers say of a request, and from what known programs call themselves.
    public init(_ request: Request) {
        let isProgram =
            request.method != .get || Self.isPrefetch(request.headers) || Self.isInFrame(request.headers)
            || Self.namesItself(request.headers["user-agent"] ?? "")
        self = isProgram ? .program : .person
    }

    /// Tells from the second request that a page of ours asks of the browser that shows it.
    ///
    /// A script posts it once the page is on the screen; a browser without scripts asks for it as a style sheet. Programs
    /// that only fetch the page, or walk along its addresses, do neither.
    public init(secondRequest request: Request, publicOrigin: String) {
        let headers = request.headers
        let isAsked =
            switch request.method {
            case .post: CrossSite.isOwnOrigin(request, publicOrigin: publicOrigin)
            case .get: headers["sec-fetch-dest"] == "style" && headers["sec-fetch-site"] == "same-origin"
            case .head, .other: false
            }
        let isPerson = isAsked && !Self.isPrefetch(headers) && !Self.namesItself(headers["user-agent"] ?? "")
        self = isPerson ? .person : .program
    }

    /// `Sec-Purpose: prefetch` (Fetch Metadata), and what browsers said before.
    private static func isPrefetch(_ headers: Headers) -> Bool {
        ["sec-purpose", "purpose", "x-purpose", "x-moz"].contains { name in
            guard let words = headers[name]?.lowercased() else { return false }
            return words.contains("prefetch") || words.contains("preview") || words.contains("prerender")
        }
    }

    /// Browsers say how they ask: only a navigation is somebody who wants to see a page.
    private static func isInFrame(_ headers: Headers) -> Bool {
        let mode = headers["sec-fetch-mode"]
        return mode != nil && mode != "navigate"
    }

    /// Every browser names itself "Mozilla/5.0"; among those that do, programs add a word of their own.
    private static func namesItself(_ agent: String) -> Bool {
        let agent = agent.lowercased()
        return !agent.hasPrefix("mozilla/") || programs.contains { agent.contains($0) }
    }

    private static let programs = [
        "bot", "crawl", "spider", "slurp", "preview", "scan", "fetch", "facebookexternalhit", "whatsapp", "skypeuri",
        "embedly", "headlesschrome", "lighthouse", "microsoft office", "ms-office", "msoffice", "outlook",
        "safelinks", "barracuda", "mimecast", "proofpoint", "symantec", "trendmicro", "fortinet", "zscaler",
        "bitdefender",
        "vade", "mailguard", "google-", "imageproxy", "mailproxy", "alwaysonline", "url2png", "urlcheck", "linkcheck",
        "monitor",
    ]
}
