import Accounting
import Invoicing
import Store

/// What somebody decides about a quote.
public enum QuoteDecision: Sendable, Equatable {
    /// « Bon pour accord ».
    case accept
    /// They decline, and may say why.
    case decline(reason: String)
}

/// A client answers a quote on its page; the freelancer is told.
public struct AnswerQuote {
    private let link: Token
    private let name: String
    private let decision: QuoteDecision

    /// - Parameters:
    ///   - link: the quote's link.
    ///   - name: who answers, as they typed it.
    ///   - decision: what they decide.
    public init(link: Token, name: String, decision: QuoteDecision) {
        self.link = link
        self.name = name
        self.decision = decision
    }

    /// Keeps the answer for ever.
    ///
    /// - Throws: ``NotFound`` or `QuoteRefusal`.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            guard let id = try writer.quoteID(tokenHash: link.fingerprint), let quote = try writer.lockQuote(id) else {
                throw NotFound()
            }
            let event: QuoteEvent = decision == .accept ? .accept : .decline
            let (state, _) = try quote.state(on: now.parisDay).after(event)
            try writer.answer(quote, as: state, by: name, because: decision.reason, isByHand: false, at: now)
            try writer.notify(
                quote.companyID,
                of: decision == .accept ? .quoteAccepted : .quoteRefused,
                quoteID: id,
                amount: quote.total,
                at: now
            )
        }
    }
}

/// A freelancer notes an answer that reached them otherwise: on paper, by mail, by word of mouth.
public struct NoteAnswer {
    private let companyID: Int64
    private let quoteID: Int64
    private let name: String
    private let decision: QuoteDecision

    /// - Parameters:
    ///   - companyID: whose quote.
    ///   - quoteID: the quote.
    ///   - name: who answered.
    ///   - decision: what they decided.
    public init(companyID: Int64, quoteID: Int64, name: String, decision: QuoteDecision) {
        self.companyID = companyID
        self.quoteID = quoteID
        self.name = name
        self.decision = decision
    }

    /// Keeps the answer for ever.
    ///
    /// - Throws: ``NotFound`` or `QuoteRefusal`.
    public func run(in office: Office) throws {
        try office.store.write { writer in
            let now = office.outside.now()
            let quote = try writer.lockQuote(quoteID, of: companyID)
            let event: QuoteEvent = decision == .accept ? .noteAcceptance : .noteRefusal
            let (state, _) = try quote.state(on: now.parisDay).after(event)
            try writer.answer(quote, as: state, by: name, because: decision.reason, isByHand: true, at: now)
        }
    }
}

extension QuoteDecision {
    fileprivate var reason: String? {
        switch self {
        case .accept: nil
        case .decline(let reason): reason
        }
    }
}
