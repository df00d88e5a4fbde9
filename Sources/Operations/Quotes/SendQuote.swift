import Accounting
import Invoicing
import Store

/// A freelancer sends a quote: it takes the next number, is frozen, and gets its link.
///
/// One that was sent already can be mailed once more.
public struct SendQuote {
    /// What NeedMe sends by mail.
    public struct Mail: Sendable {
        /// What is written, with ``numberPlace`` where the number will stand, and to whom.
        public let letter: CoveringLetter
        /// Of the form: sent twice, it is one mail to each.
        public let key: Token

        /// A mail.
        public init(letter: CoveringLetter, key: Token) {
            self.letter = letter
            self.key = key
        }
    }

    /// What stands for the number in a mail that is written before the number is given.
    public static let numberPlace = "{numero}"

    private let companyID: Int64
    private let quoteID: Int64
    private let mail: Mail?
    private let seen: Edition?

    /// - Parameters:
    ///   - companyID: whose quote.
    ///   - quoteID: the quote.
    ///   - mail: what NeedMe sends; nil when the freelancer sends the link themselves.
    ///   - seen: what the draft said when the freelancer looked at it; nil when nobody looked. One that is frozen is as it was.
    public init(companyID: Int64, quoteID: Int64, mail: Mail?, seen: Edition? = nil) {
        self.companyID = companyID
        self.quoteID = quoteID
        self.mail = mail
        self.seen = seen
    }

    /// Sends it.
    ///
    /// - Throws: ``NotFound``, `IssueRefusal`, `QuoteRefusal`, ``TooManyMails`` or ``UnconfirmedAddress``.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let quote = try writer.lockQuote(quoteID, of: companyID)
            if mail != nil, try !writer.reader.mayWriteToThirdPersons(companyID) { throw UnconfirmedAddress() }
            if quote.state(on: office.outside.now().parisDay) == .draft {
                try freeze(quote, office, writer)
            }
            if let mail { try leave(mail, office, writer) }
        }
    }

    private func freeze(_ quote: Quote, _ office: Office, _ writer: StoreWriter) throws {
        let (now, reader) = (office.outside.now(), writer.reader)
        guard quote.validUntil >= now.parisDay else { throw QuoteRefusal.validityPassed }
        guard let saved = try reader.savedQuote(quoteID, of: companyID),
            let company = try reader.company(companyID),
            let client = try reader.client(saved.clientID, of: companyID)
        else { throw NotFound() }
        let charged = company.seller.charging(saved.lines)
        if let seen, seen != Edition(of: saved.with(lines: charged.decided)) { throw IssueRefusal.changedMeanwhile }
        let draft = saved.draft(company.seller, client.buyer, charged.decided)
        let (state, _) = try quote.state(on: now.parisDay).after(.send)
        let number = try writer.takeNumber(series: .quote, of: companyID, on: now.parisDay)
        let sent = try draft.sent(as: number, on: now.parisDay)
        if charged.decided != charged.written {
            try writer.replaceLines(ofQuote: quoteID, with: charged.decided)
        }
        try writer.freeze(quote, as: sent, logo: company.logo, state: state, at: now)
        let link = Token.random(from: office.outside)
        try writer.addLink(token: link.text, hash: link.fingerprint, toQuote: quoteID, at: now)
    }

    private func leave(_ mail: Mail, _ office: Office, _ writer: StoreWriter) throws {
        guard let link = try writer.reader.link(ofQuote: quoteID),
            let number = try writer.reader.quote(quoteID, of: companyID)?.number
        else { throw NotFound() }
        try PostLetter(
            letter: mail.letter.replacing(Self.numberPlace, with: number),
            companyID: companyID,
            document: .quote(quoteID),
            link: office.publicOrigin + "/d/" + link,
            key: mail.key.fingerprint
        ).run(writer, at: office.outside.now())
    }
}
