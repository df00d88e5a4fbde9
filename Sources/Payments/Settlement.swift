public import Accounting
public import Invoicing

/// What is to be done with what the payment provider says: the pure heart of `settle`.
public enum Settlement: Sendable, Equatable {
    /// The money is booked on the invoice; both take these states, with these effects.
    case book(Cents, invoice: InvoiceState, effects: [InvoiceEffect])
    /// The money is real but is not what the invoice expects: it is kept aside for a person to decide, and the invoice takes
    /// this state.
    case quarantine(QuarantineReason, invoice: InvoiceState)
    /// No money moved, but the attempt or the invoice takes a new state.
    case note(attempt: AttemptState, invoice: InvoiceState)
    /// Nothing new was said.
    case nothing
}

/// Why money was kept aside (« Paiements à vérifier »).
public enum QuarantineReason: String, Sendable, CaseIterable {
    /// It came through another seller's account than the attempt's.
    case otherAccount = "other_account"
    /// It is not the amount asked for.
    case otherAmount = "other_amount"
    /// It is not in the currency asked for.
    case otherCurrency = "other_currency"
    /// It names another invoice.
    case otherInvoice = "other_invoice"
    /// Test money on a real attempt, or the reverse.
    case otherMode = "other_mode"
    /// The invoice was paid before: the client paid twice.
    case alreadyPaid = "already_paid"
    /// The invoice was cancelled meanwhile.
    case cancelled
    /// The invoice's remaining amount is smaller than what arrived.
    case moreThanDue = "more_than_due"
    /// The seller had stopped offering online payment for this invoice.
    case onlinePaymentOff = "online_payment_off"
    /// It was paid on a session of ours of which no attempt was written down.
    case unknownAttempt = "unknown_attempt"
}

extension Settlement {
    /// Decides what a testimony means for an attempt and its invoice.
    ///
    /// - Parameters:
    ///   - testimony: what the provider says, from a source that was verified.
    ///   - attempt: what we had asked for.
    ///   - invoice: where the invoice stands now, its row being locked.
    ///   - offersOnlinePayment: whether the seller offers online payment for it now.
    ///   - isRecorded: whether just this payment was booked or set aside before.
    /// - Returns: what is to be done.
    public static func decide(
        _ testimony: Testimony,
        attempt: Attempt,
        invoice: InvoiceState,
        offersOnlinePayment: Bool,
        isRecorded: Bool
    ) -> Settlement {
        switch testimony.verdict {
        case .unpaid: .nothing
        case .paid where isRecorded: .nothing
        case .paid:
            decidePaid(testimony, attempt: attempt, invoice: invoice, offersOnlinePayment: offersOnlinePayment)
        case .began: note(.began, attempt: attempt, invoice: invoice, event: .paymentBegan)
        case .failed: note(.failed, attempt: attempt, invoice: invoice, event: .paymentFailed)
        case .expired: note(.expired, attempt: attempt, invoice: invoice, event: nil)
        }
    }

    private static func decidePaid(
        _ testimony: Testimony,
        attempt: Attempt,
        invoice: InvoiceState,
        offersOnlinePayment: Bool
    ) -> Settlement {
        // Another payment on the same attempt: one of them is the client's to have back.
        if attempt.state == .paid { return quarantine(.alreadyPaid, attempt: attempt, invoice: invoice) }
        if let reason = mismatch(testimony, attempt) { return quarantine(reason, attempt: attempt, invoice: invoice) }
        do {
            let (state, effects) = try invoice.after(.receive(testimony.amount))
            // What was on its way before the seller changed their mind was rightly paid.
            guard offersOnlinePayment || attempt.state == .processing else {
                return quarantine(.onlinePaymentOff, attempt: attempt, invoice: invoice)
            }
            return .book(testimony.amount, invoice: state, effects: effects)
        } catch {
            return quarantine(QuarantineReason(error), attempt: attempt, invoice: invoice)
        }
    }

    /// Nothing is under way any more once the delayed money has come, even if the invoice does not take it.
    private static func quarantine(
        _ reason: QuarantineReason,
        attempt: Attempt,
        invoice: InvoiceState
    ) -> Settlement {
        .quarantine(reason, invoice: attempt.state == .processing ? told(.paymentFailed, invoice) : invoice)
    }

    private static func mismatch(_ testimony: Testimony, _ attempt: Attempt) -> QuarantineReason? {
        if testimony.account != attempt.account { return .otherAccount }
        if testimony.isLive != attempt.isLive { return .otherMode }
        if testimony.invoice != attempt.invoice { return .otherInvoice }
        if testimony.currency != attempt.currency { return .otherCurrency }
        if testimony.amount != attempt.amount { return .otherAmount }
        return nil
    }

    private static func note(
        _ attemptEvent: AttemptEvent,
        attempt: Attempt,
        invoice: InvoiceState,
        event: InvoiceEvent?
    ) -> Settlement {
        do {
            let state = try attempt.state.after(attemptEvent)
            return .note(attempt: state, invoice: event.map { told($0, invoice) } ?? invoice)
        } catch {
            // `StaleAttemptEvent`: it came late, twice or out of order, as Stripe's news may.
            return .nothing
        }
    }

    /// Where an invoice stands that is told how a delayed payment fares: one that awaits no money, or has none under way,
    /// does not care.
    private static func told(_ news: InvoiceEvent, _ invoice: InvoiceState) -> InvoiceState {
        do {
            return try invoice.after(news).0
        } catch {
            switch error {
            case .notIssued, .alreadyPaid, .cancelled, .noPaymentUnderWay: return invoice
            case .alreadyIssued, .moreThanDue, .notAnAmount, .moreThanReceived, .moreThanOwedBack, .notOwedBackBefore,
                .creditedInPart:
                preconditionFailure("News without an amount is not refused for one.")
            }
        }
    }
}

extension QuarantineReason {
    fileprivate init(_ refusal: InvoiceRefusal) {
        switch refusal {
        case .alreadyPaid: self = .alreadyPaid
        case .moreThanDue: self = .moreThanDue
        case .notAnAmount, .moreThanReceived, .moreThanOwedBack, .notOwedBackBefore, .creditedInPart:
            self = .otherAmount
        case .cancelled, .notIssued, .alreadyIssued, .noPaymentUnderWay: self = .cancelled
        }
    }
}
