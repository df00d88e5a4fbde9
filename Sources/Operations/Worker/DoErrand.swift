import Accounting
public import Mail
public import Store
import Stripe

/// The worker does one errand of the outbox.
///
/// The errand is taken with a lease, so that a worker's death only delays it; every errand may be done twice without
/// harm.
public struct DoErrand {
    /// How long an errand may take before another worker may take it, in seconds.
    static let lease: Int64 = 60
    /// The longest pause between two tries, in seconds.
    static let longestPause: Int64 = 3_600

    private let lanes: Set<Errand.Lane>

    /// An errand of some lanes, whichever is due; of all of them unless told.
    public init(in lanes: Set<Errand.Lane> = Set(Errand.Lane.allCases)) {
        self.lanes = lanes
    }

    /// What came of it.
    public enum Outcome: Sendable, Equatable {
        /// No errand was due.
        case idle
        /// One was done.
        case done(Errand)
        /// One could not be done and will be tried again; why, for the log.
        case postponed(Errand, reason: String)
        /// One cannot be done and will not be tried again; why, for the log.
        case abandoned(Errand, reason: String)
    }

    /// Takes an errand and does it.
    public func run(in office: Office, stripe: StripeLine, mail: MailClient) throws -> Outcome {
        let now = office.outside.now()
        let errand = try office.store.write { writer in
            try writer.takeErrand(in: lanes, at: now, leaseUntil: now.adding(seconds: Self.lease))
        }
        guard let errand else { return .idle }
        do {
            try perform(errand, in: office, stripe, mail)
        } catch let error as MailError where error.isFinal {
            return try abandon(errand, because: "\(error)", in: office)
        } catch  where Self.isHopeless(error) && errand.tries >= Self.patience(for: errand.kind) {
            return try abandon(errand, because: "\(error)", in: office)
        } catch {
            // Stripe or the mail server does not answer, or a row cannot be read: whatever it is, it comes again later and
            // later, and its reason stands in the outbox. A database that is gone refuses this note, too, and says so.
            return try postpone(errand, because: "\(error)", in: office)
        }
        try office.store.write { try $0.finish(errand, at: office.outside.now()) }
        return .done(errand)
    }

    /// True when nothing says that the next try will go better: Stripe says no, the account is gone, what the errand is about
    /// or waits for is not there.
    private static func isHopeless(_ error: any Error) -> Bool {
        switch error {
        case is NotYet, is NotFound, is UnreadableRecord, StripeError.accountGone, StripeError.refused: true
        default: false
        }
    }

    /// How often an errand is tried that nobody can do now, and perhaps never: nearly two days.
    ///
    /// An account is left within fifteen, when the longest delayed payment (fourteen) has been given up.
    private static func patience(for kind: Errand.Kind) -> Int64 { kind == .leaveAccount ? 370 : 55 }

    private func abandon(_ errand: Errand, because reason: String, in office: Office) throws -> Outcome {
        try office.store.write { try $0.abandon(errand, because: reason, at: office.outside.now()) }
        return .abandoned(errand, reason: reason)
    }

    private func postpone(_ errand: Errand, because reason: String, in office: Office) throws -> Outcome {
        let pause = min(Self.longestPause, 5 << min(errand.tries, 20))
        try office.store.write { writer in
            try writer.postpone(errand, until: office.outside.now().adding(seconds: pause), because: reason)
        }
        return .postponed(errand, reason: reason)
    }

    private func perform(
        _ errand: Errand,
        in office: Office,
        _ line: StripeLine,
        _ mail: MailClient
    ) throws {
        let (subject, stripe) = (errand.subject, line.client)
        switch errand.kind {
        case .askAttempt: try AskAttempt(attemptID: subject).run(in: office, stripe: stripe)
        case .confirmPayment: try ConfirmPayment(paymentID: subject).run(in: office, stripe: stripe)
        case .alignCheckout: try AlignCheckout(invoiceID: subject).run(in: office, stripe: stripe)
        case .readAccount: try ReadAccount(accountID: subject).run(in: office, stripe: stripe)
        case .leaveAccount:
            try LeaveAccount(accountID: subject, oauth: line.oauth).run(in: office, stripe: stripe)
        case .retryEvent: try RetryEvent(eventID: subject).run(in: office, stripe: stripe)
        case .readReversals: try ReadReversals(eventID: subject).run(in: office, stripe: stripe)
        case .readPayouts: try ReadPayouts(accountID: subject).run(in: office, stripe: stripe)
        case .mailDocument: try MailDocument(sendingID: subject).run(in: office, mail: mail)
        case .checkReminder: try CheckReminder(reminderID: subject).run(in: office, stripe: stripe)
        case .mailReminder: try MailReminder(reminderID: subject).run(in: office, mail: mail)
        case .mailReceipt: try MailReceipt(paymentID: subject).run(in: office, mail: mail)
        case .mailAnswer: try MailAnswer(quoteID: subject).run(in: office, mail: mail)
        case .mailDigest: try MailDigest(digestID: subject).run(in: office, mail: mail)
        case .mailLetter: try MailLetter(letterID: subject).run(in: office, mail: mail)
        }
    }
}

extension StripeError {
    /// True when there is nobody to ask: the account may come back, but nothing says that it will.
    var isAccountGone: Bool {
        if case .accountGone = self { true } else { false }
    }
}
