import Accounting
import Documents
import Invoicing
public import Operations
public import Store
public import Web

/// The pages of the client, who has no account: the invoice or the quote behind its link.
public struct PublicPages {
    let office: Office
    let reader: StoreReader
    let assets: Assets

    /// Pages over an office.
    ///
    /// - Parameters:
    ///   - office: where an opening or an answer is noted, stamps and codes are drawn.
    ///   - reader: what pages show.
    ///   - assets: where the static files are.
    public init(office: Office, reader: StoreReader, assets: Assets) {
        self.office = office
        self.reader = reader
        self.assets = assets
    }

    var outside: Outside { office.outside }
    var publicOrigin: String { office.publicOrigin }
    var press: Press { office.press }

    /// Answers a request.
    ///
    /// How long the look-up takes says nothing of how much of a token is right: only its SHA-256 is looked up, and a change
    /// of one character changes all of it. A link that was replaced has, under every address, the page that says so.
    ///
    /// - Throws: what the one table of errors turns into a page.
    public func respond(to request: Request) throws -> Response {
        guard let path = request.pathComponents, path.count >= 2, ["f", "d"].contains(path[0]) else {
            return ErrorPage.notFound.response(assets)
        }
        if path[0] == "d" { return try quote(request, path) }
        guard let token = Token(path[1]), let shared = try reader.sharedInvoice(tokenHash: token.fingerprint) else {
            return UselessLinkPage.unknown.response(assets)
        }
        guard !shared.isReplaced else {
            return UselessLinkPage.replaced(shared.issued.seller, shared.invoice.state).response(assets)
        }
        guard let route = Route(request.method, after: path[2...]) else {
            return ErrorPage.notFound.response(assets)
        }
        switch route {
        case .invoice: return try invoice(request, shared, token)
        case .invoiceFile: return try invoiceFile(shared, token)
        case .creditNoteFile(let number): return try creditNoteFile(number, shared)
        case .logo: return try logo(of: shared)
        case .transferCode: return try transferCode(of: shared)
        case .creditNote(let number): return try creditNote(number, shared, token)
        case .verification: return try verification(shared, token)
        case .check: return try check(request, shared, token)
        case .opening: return try noteOpening(request, token)
        }
    }

    private func invoice(_ request: Request, _ shared: SharedInvoice, _ token: Token) throws -> Response {
        let page = SharedInvoicePage(
            shared: shared,
            creditNotes: try reader.issuedCreditNotes(of: shared.invoice.id),
            token: token,
            today: outside.now().parisDay,
            isChecking: request.query["paiement"] == "verification"
        )
        // Asked only of a browser that shows the page to somebody, and only until it is known.
        let asksBack = shared.invoice.seenAt == nil && Visitor(request) == .person
        return .page(document(page.title, page.html, opened: asksBack ? "/f/\(token.text)/vue" : nil))
    }

    /// « Vue »: the second request of the page's own browser.
    private func noteOpening(_ request: Request, _ token: Token) throws -> Response {
        if Visitor(secondRequest: request, publicOrigin: publicOrigin) == .person {
            try NoteOpening(link: token, session: request.cookie("session").flatMap(Token.init)).run(in: office)
        }
        return Response(type: "text/css", body: []).with("cache-control", "no-store")
    }

    private func creditNote(_ number: String, _ shared: SharedInvoice, _ token: Token) throws -> Response {
        let creditNotes = try reader.issuedCreditNotes(of: shared.invoice.id)
        guard let creditNote = creditNotes.first(where: { $0.number.text == number }) else {
            return ErrorPage.notFound.response(assets)
        }
        let page = CreditNotePage(shared: shared, creditNote: creditNote, token: token)
        return .page(document(page.title, page.html))
    }

    /// The logo of an issued invoice never changes.
    private func logo(of shared: SharedInvoice) throws -> Response {
        guard shared.hasLogo, let png = try reader.logo(ofInvoice: shared.invoice.id) else {
            return ErrorPage.notFound.response(assets)
        }
        return Response(type: "image/png", body: png).with("cache-control", "private, max-age=31536000, immutable")
    }

    /// It says what is due now, and is kept by nobody.
    private func transferCode(of shared: SharedInvoice) throws -> Response {
        guard let picture = try TransferDetails(shared)?.picture else { return ErrorPage.notFound.response(assets) }
        return Response(type: "image/svg+xml", body: Array(picture.markup.utf8))
    }

    func document(_ title: String, _ body: HTML, opened: String? = nil) -> HTML {
        Document(title: title, assets: assets, style: "shared", body: body, opened: opened).html
    }
}
