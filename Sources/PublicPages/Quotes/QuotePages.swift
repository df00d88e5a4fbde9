import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension PublicPages {
    /// Answers a request to `/d/TOKEN` and what follows.
    func quote(_ request: Request, _ path: [String]) throws -> Response {
        guard let token = Token(path[1]), let shared = try reader.sharedQuote(tokenHash: token.fingerprint) else {
            return UselessLinkPage.unknownQuote.response(assets)
        }
        guard let route = QuoteRoute(request.method, after: path[2...]) else {
            return ErrorPage.notFound.response(assets)
        }
        switch route {
        case .quote: return quote(request, shared, token)
        case .file:
            let pdf = try RenderQuote(id: shared.quote.id, sent: shared.sent).run(reader, press)
            return .pdf(pdf, named: shared.sent.number.text)
        case .logo: return try logo(of: shared)
        case .answer: return try answer(request, shared, token)
        case .opening: return try noteOpening(request, token)
        }
    }

    private func quote(_ request: Request, _ shared: SharedQuote, _ token: Token) -> Response {
        let asksBack = Visitor(request) == .person && shared.quote.seenAt == nil
        return page(shared, token, opened: asksBack ? "/d/\(token.text)/vu" : nil)
    }

    /// « Vu »: the second request of the page's own browser.
    private func noteOpening(_ request: Request, _ token: Token) throws -> Response {
        if Visitor(secondRequest: request, publicOrigin: publicOrigin) == .person {
            try OpenQuote(link: token, session: request.cookie("session").flatMap(Token.init)).run(in: office)
        }
        return Response(type: "text/css", body: []).with("cache-control", "no-store")
    }

    /// The client has no session, hence no form token: the link itself, which nobody can guess, is what another site would
    /// have to know, and the browser must say that the form is a page of ours.
    private func answer(_ request: Request, _ shared: SharedQuote, _ token: Token) throws -> Response {
        guard CrossSite.isOwnOrigin(request, publicOrigin: publicOrigin) else {
            return ErrorPage.refusedForm.response(assets)
        }
        switch QuoteAnswerInput.read(request.form) {
        case .wrong(let messages):
            return page(shared, token, QuoteAnswerInput(request.form), messages, status: 422)
        case .sound(let answer):
            do {
                try AnswerQuote(link: token, name: answer.name, decision: answer.decision).run(in: office)
            } catch is QuoteRefusal {
                // Somebody was faster, or the last day has just passed: the page says how it stands.
            }
            return .redirect(to: "/d/" + token.text)
        }
    }

    private func page(
        _ shared: SharedQuote,
        _ token: Token,
        _ input: QuoteAnswerInput = QuoteAnswerInput(),
        _ messages: [String: String] = [:],
        opened: String? = nil,
        status: Int = 200
    ) -> Response {
        let page = SharedQuotePage(
            shared: shared,
            token: token,
            today: outside.now().parisDay,
            input: input,
            messages: messages
        )
        return .page(document(page.title, page.html, opened: opened), status: status)
    }

    /// The logo of a sent quote never changes.
    private func logo(of shared: SharedQuote) throws -> Response {
        guard let png = try reader.logo(ofQuote: shared.quote.id) else { return ErrorPage.notFound.response(assets) }
        return Response(type: "image/png", body: png).with("cache-control", "private, max-age=31536000, immutable")
    }
}
