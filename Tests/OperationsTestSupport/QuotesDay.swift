import Accounting
import Curl
public import Invoicing
public import Operations
import Store

/// A quote that was sent.
public struct SentOffer: Sendable {
    /// The quote's row.
    public let id: Int64
    /// Its link.
    public let link: Token

    /// A quote of this row and link.
    public init(id: Int64, link: Token) {
        self.id = id
        self.link = link
    }
}

extension Story {
    /// A freelancer writes a quote.
    public func quote(
        _ lines: [InvoiceLine] = [.work],
        for client: Int64,
        of freelancer: Freelancer,
        validFor days: Int = 30,
        subject: String = "Refonte du site"
    ) throws -> Int64 {
        let quote = SavedQuote(
            clientID: client,
            subject: subject,
            reference: "PO-7",
            lines: lines,
            validUntil: now.parisDay.adding(days: days),
            conditions: "Trois allers-retours."
        )
        return try SaveQuote(companyID: freelancer.companyID, quote: quote, from: newForm).run(
            in: office(of: .dashboard)
        )
    }

    /// A freelancer sends a quote to a new client, by its link.
    public func offer(
        _ lines: [InvoiceLine] = [.work],
        from freelancer: Freelancer,
        validFor days: Int = 30
    ) throws -> SentOffer {
        let id = try quote(lines, for: try client(of: freelancer), of: freelancer, validFor: days)
        try SendQuote(companyID: freelancer.companyID, quoteID: id, mail: nil).run(in: office(of: .dashboard))
        guard let link = try reader.link(ofQuote: id).flatMap(Token.init) else { throw StoryError(reason: "no link") }
        return SentOffer(id: id, link: link)
    }

    /// The client agrees.
    public func accept(_ offer: SentOffer) throws {
        try AnswerQuote(link: offer.link, name: "Dominique Durand", decision: .accept).run(in: office(of: .public))
    }

    /// The worker writes to freelancers whose clients have answered.
    public func tellAnswers() throws {
        try TellAnswers().run(in: office(of: .work))
        try doErrands()
    }

    /// Everything a freelancer and their client do about quotes.
    func lookAfterQuotes(_ jeanne: Freelancer) throws {
        let browser = Browser(self, of: jeanne)
        let client = try client(of: jeanne)
        for page in ["/devis", "/devis?etat=expires&q=x"] { try browser.open(page).mustBe(200) }
        let empty = try browser.open("/devis/nouveau")
        try empty.mustBe(200)
        let form = [
            ("client", "\(client)"), ("valid_until", now.parisDay.adding(days: 9).iso), ("designation", "x"),
            ("quantity", "1"), ("price", "100"),
        ]
        for _ in 1...2 { try browser.send("/devis/nouveau", form + empty.key).mustBe(200) }
        let draft = try quote(for: client, of: jeanne)
        try browser.send("/devis/\(draft)", try browser.open("/devis/\(draft)").seen + form).mustBe(200)
        try browser.send("/devis/\(draft)/dupliquer").mustBe(200)
        try browser.send("/devis/\(draft)/supprimer").mustBe(200)
        try answerQuotes(jeanne, browser)
        try invoiceQuote(jeanne, browser)
    }

    private func answerQuotes(_ jeanne: Freelancer, _ browser: Browser) throws {
        let draft = try quote(for: try client(of: jeanne), of: jeanne)
        let page = try browser.open("/devis/\(draft)/envoyer")
        let key = ("cle", Token.random(from: outside).text)
        let mail = [
            ("recipient", "compta@exemple.fr"), ("subject", "Devis"), ("message", "Bonjour"), ("mode", "mail"), key,
        ]
        try browser.send("/devis/\(draft)/envoyer", page.seen + mail).mustBe(200)
        try doErrands()
        mailAnswers = [.success(.refusedForGood(code: 550))]
        let again = mail.dropLast() + [("cle", Token.random(from: outside).text)]
        try browser.send("/devis/\(draft)/envoyer", Array(again)).mustBe(200)
        try doErrands()
        try browser.open("/devis/\(draft)/devis.pdf").mustBe(200)
        try browser.send("/devis/\(draft)/reponse", [("answered_by", "Zoé"), ("decision", "refus")]).mustBe(200)
        let offer = try offer(from: jeanne)
        let client = Browser(self)
        for page in ["", "/devis.pdf"] { try client.open("/d/\(offer.link.text)\(page)").mustBe(200) }
        try OpenQuote(link: offer.link, session: nil).run(in: office(of: .public))
        let refusal = [("decision", "refus"), ("nom", "Dominique Durand"), ("motif", "Trop cher")]
        try client.send("/d/\(offer.link.text)/reponse", refusal).mustBe(200)
        try tellAnswers()
        try browser.open("/notifications").mustBe(200)
    }

    /// A deposit, another that a credit note cancels, and the balance.
    private func invoiceQuote(_ jeanne: Freelancer, _ browser: Browser) throws {
        let offer = try offer(from: jeanne)
        try accept(offer)
        for isKept in [false, true] {
            let form = try browser.open("/devis/\(offer.id)/acompte")
            try form.mustBe(200)
            for _ in 1...2 {
                try browser.send("/devis/\(offer.id)/acompte", [("share", "30")] + form.key).mustBe(200)
            }
            guard let draft = try reader.invoices(ofQuote: offer.id).last else {
                throw StoryError(reason: "no deposit")
            }
            let deposit = try issue(draft.invoiceID, of: jeanne)
            if isKept { try receive(draft.amount, for: deposit) } else { try credit(deposit) }
        }
        try browser.send("/devis/\(offer.id)/facturer").mustBe(200)
        guard let balance = try reader.invoices(ofQuote: offer.id).last else { throw StoryError(reason: "no balance") }
        let final = try issue(balance.invoiceID, of: jeanne)
        try browser.open("/factures/\(final.id)").mustBe(200)
        try browser.open("/devis/\(offer.id)").mustBe(200)
    }
}
