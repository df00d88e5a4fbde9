extension QuoteState {
    /// The state after an event, and what follows from it.
    public func after(_ event: QuoteEvent) throws(QuoteRefusal) -> (QuoteState, [QuoteEffect]) {
        switch self {
        case .draft: try Self.afterDraft(event)
        case .sent, .seen: try afterSent(event)
        case .expired: try afterExpired(event)
        case .accepted: try Self.afterAccepted(event)
        case .refused: try afterRefused(event)
        case .invoiced: try afterInvoiced(event)
        case .withdrawn: try afterWithdrawn(event)
        }
    }

    private static func afterDraft(_ event: QuoteEvent) throws(QuoteRefusal) -> (QuoteState, [QuoteEffect]) {
        guard case .send = event else { throw .notSent }
        return (.sent, [.numberAndFreeze])
    }

    private func afterSent(_ event: QuoteEvent) throws(QuoteRefusal) -> (QuoteState, [QuoteEffect]) {
        switch event {
        case .send: throw .alreadySent
        case .open: (.seen, [])
        case .accept: (.accepted, [.keepAnswer, .announceAnswer])
        case .decline: (.refused, [.keepAnswer, .announceAnswer])
        case .noteAcceptance: (.accepted, [.keepAnswer])
        case .noteRefusal: (.refused, [.keepAnswer])
        case .invoiceDeposit, .invoiceBalance: throw .notAccepted
        }
    }

    /// A seller may take a late acceptance that reached them otherwise; the page takes none.
    private func afterExpired(_ event: QuoteEvent) throws(QuoteRefusal) -> (QuoteState, [QuoteEffect]) {
        switch event {
        case .send: throw .alreadySent
        case .open: (self, [])
        case .accept, .decline: throw .expired
        case .noteAcceptance: (.accepted, [.keepAnswer])
        case .noteRefusal: (.refused, [.keepAnswer])
        case .invoiceDeposit, .invoiceBalance: throw .notAccepted
        }
    }

    private static func afterAccepted(_ event: QuoteEvent) throws(QuoteRefusal) -> (QuoteState, [QuoteEffect]) {
        switch event {
        case .send: throw .alreadySent
        case .open: (.accepted, [])
        case .accept, .decline, .noteAcceptance, .noteRefusal: throw .alreadyAnswered
        case .invoiceDeposit: (.accepted, [.draftInvoice])
        case .invoiceBalance: (.invoiced, [.draftInvoice])
        }
    }

    private func afterRefused(_ event: QuoteEvent) throws(QuoteRefusal) -> (QuoteState, [QuoteEffect]) {
        switch event {
        case .send: throw .alreadySent
        case .open: (self, [])
        case .accept, .decline, .noteAcceptance, .noteRefusal: throw .alreadyAnswered
        case .invoiceDeposit, .invoiceBalance: throw .notAccepted
        }
    }

    private func afterInvoiced(_ event: QuoteEvent) throws(QuoteRefusal) -> (QuoteState, [QuoteEffect]) {
        switch event {
        case .send: throw .alreadySent
        case .open: (self, [])
        case .accept, .decline, .noteAcceptance, .noteRefusal: throw .alreadyAnswered
        case .invoiceDeposit, .invoiceBalance: throw .alreadyInvoiced
        }
    }

    /// Its client may look at it, and nobody does anything else with it.
    private func afterWithdrawn(_ event: QuoteEvent) throws(QuoteRefusal) -> (QuoteState, [QuoteEffect]) {
        switch event {
        case .send: throw .alreadySent
        case .open: (self, [])
        case .accept, .decline, .noteAcceptance, .noteRefusal, .invoiceDeposit, .invoiceBalance: throw .withdrawn
        }
    }
}
