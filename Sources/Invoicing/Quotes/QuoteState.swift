public import Accounting

/// Where a quote (« devis ») stands between its first line and the invoice it becomes.
public enum QuoteState: String, Sendable, CaseIterable {
    /// Being written.
    case draft
    /// Numbered, frozen and on its way to the client.
    case sent
    /// Opened by the client.
    case seen
    /// The client agreed: both are bound by it (code civil article 1113).
    case accepted
    /// The client declined.
    case refused
    /// The last day to accept it has passed without an answer.
    case expired
    /// An invoice asks for all of it, or for what its deposits left.
    case invoiced
    /// Its seller closed their account before the client answered: there is nobody left to be bound by an answer.
    case withdrawn
}

/// What happens to a quote.
public enum QuoteEvent: Sendable, CaseIterable {
    /// The seller sends it.
    case send
    /// The client opens it.
    case open
    /// The client accepts it on its page.
    case accept
    /// The client declines it on its page.
    case decline
    /// The seller notes that the client agreed otherwise: on paper, by mail, by word of mouth.
    case noteAcceptance
    /// The seller notes that the client declined otherwise.
    case noteRefusal
    /// The seller asks for a part of it before the work.
    case invoiceDeposit
    /// The seller asks for all of it, or for what its deposits left.
    case invoiceBalance
}

/// What an event brings about beside the new state.
public enum QuoteEffect: Sendable, Equatable {
    /// The next number is taken and what the quote says frozen.
    case numberAndFreeze
    /// The answer is kept for ever.
    case keepAnswer
    /// The seller is told of the answer.
    case announceAnswer
    /// A draft of an invoice is made.
    case draftInvoice
}

/// Why an event is refused in a state, or for what it says.
public enum QuoteRefusal: Error, Sendable, Equatable {
    /// The quote is not sent yet.
    case notSent
    /// The quote was sent before.
    case alreadySent
    /// The client has answered already.
    case alreadyAnswered
    /// The last day to accept it has passed.
    case expired
    /// The seller has closed their account.
    case withdrawn
    /// The client has not accepted it.
    case notAccepted
    /// An invoice asks for it already.
    case alreadyInvoiced
    /// It would be sent after its last day.
    case validityPassed
    /// A deposit of nothing, or with the others of no less than the total.
    case depositOutOfRange
    /// An invoice of a deposit is neither paid nor cancelled.
    case depositOpen
}

extension QuoteState {
    /// True while an invoice of it may still come.
    public var awaitsInvoice: Bool {
        switch self {
        case .sent, .seen, .expired, .accepted: true
        case .draft, .refused, .invoiced, .withdrawn: false
        }
    }

    /// What a quote that was stored in this state is on a day.
    ///
    /// - Parameters:
    ///   - today: the day, in Paris.
    ///   - validUntil: the last day on which it may be accepted.
    ///   - isInvoiced: whether an invoice that stands asks for it.
    ///   - isWithdrawn: whether the seller has closed their account.
    /// - Returns: the state.
    public func on(_ today: Day, validUntil: Day, isInvoiced: Bool, isWithdrawn: Bool) -> QuoteState {
        switch self {
        case .sent, .seen: isWithdrawn ? .withdrawn : today > validUntil ? .expired : self
        case .accepted: isInvoiced ? .invoiced : self
        case .draft, .refused, .expired, .invoiced, .withdrawn: self
        }
    }
}
