import Accounting
import Invoicing
import Store

/// « Vu »: somebody has opened a quote by its link, and their browser has said so.
public struct OpenQuote {
    private let link: Token
    private let session: Token?

    /// - Parameters:
    ///   - link: the quote's link.
    ///   - session: of who is logged in in that browser, if anybody: the seller does not count.
    public init(link: Token, session: Token?) {
        self.link = link
        self.session = session
    }

    /// Notes the first opening.
    ///
    /// - Throws: `QuoteRefusal`.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let id = try writer.quoteID(tokenHash: link.fingerprint), let quote = try writer.lockQuote(id),
                quote.seenAt == nil
            else { return }
            if let session, try writer.reader.isSession(session.fingerprint, ofOwnerOf: quote.companyID, at: now) {
                return
            }
            let (state, _) = try quote.state(on: now.parisDay).after(.open)
            guard state == .seen else { return }
            try writer.noteOpening(of: quote, to: state, at: now)
        }
    }
}
