import Accounting
import Invoicing
import Payments
import Store
import Stripe

/// A client clicks « Payer en ligne »: they are sent to Stripe Checkout.
///
/// An invoice has at most one session through which money may come. What Stripe is asked is written down first, so that
/// a repeated question, with the same idempotency key, is the same question.
public struct StartPayment {
    private let link: Token

    /// - Parameter link: the token of the view link that the client came from.
    public init(link: Token) {
        self.link = link
    }

    /// Where the client goes next.
    public enum Answer: Sendable, Equatable {
        /// To Stripe's page.
        case checkout(url: String)
        /// Back to the invoice, which says why: it is paid, cancelled, not payable online, or a payment is under way.
        case invoice
    }

    /// - Throws: ``NotFound``, or ``StripeSilent``: the client can click again at once.
    public func run(in office: Office, stripe: StripeLine) throws -> Answer {
        try stripe.ask { stripe in try run(in: office, stripe) }
    }

    private func run(in office: Office, _ stripe: StripeClient) throws -> Answer {
        guard let shared = try office.store.reader.sharedInvoice(tokenHash: link.fingerprint) else { throw NotFound() }
        // The page behind a link that was replaced says so.
        guard !shared.isReplaced else { return .invoice }
        try readAccountAgain(of: shared.invoice.companyID, in: office, stripe)
        // Each round ends one attempt that is of no use any more; there are never two of them in a row.
        for _ in 1...3 {
            switch try office.store.write({ writer in try nextStep(writer, office, stripe) }) {
            case .invoice: return .invoice
            case .checkout(let url): return .checkout(url: url)
            case .open(let record, let request):
                if let url = try OpenCheckout(record: record, request: request).run(in: office, stripe: stripe) {
                    return .checkout(url: url)
                }
            case .close(let record):
                try CloseCheckout(attemptID: record.id).run(in: office, stripe: stripe)
            }
        }
        return .invoice
    }

    /// How long what was read of an account is relied on, in seconds.
    private static let readingLifetime: Int64 = 3_600

    /// Stripe may have restricted the account, and its event may have been lost.
    private func readAccountAgain(of companyID: Int64, in office: Office, _ stripe: StripeClient) throws {
        guard let account = try office.store.reader.connectedAccount(of: companyID),
            account.readAt < office.outside.now().adding(seconds: -Self.readingLifetime)
        else { return }
        try ReadAccount(accountID: account.id).run(in: office, stripe: stripe)
    }

    private enum Step {
        case invoice
        case checkout(url: String)
        case open(AttemptRecord, NewCheckoutSession)
        case close(AttemptRecord)
    }

    private func nextStep(_ writer: StoreWriter, _ office: Office, _ stripe: StripeClient) throws -> Step {
        guard let invoiceID = try writer.invoiceID(tokenHash: link.fingerprint),
            let invoice = try writer.lockInvoice(invoiceID),
            let issued = try writer.reader.issuedInvoice(invoiceID)
        else { throw NotFound() }
        guard invoice.awaitsOnlinePayment,
            let account = try writer.reader.connectedAccount(of: invoice.companyID), account.state.takesPayments
        else { return .invoice }
        let now = office.outside.now()
        guard let live = try writer.liveAttempt(of: invoiceID) else {
            let record = try addAttempt(to: invoice, issued, account: account, writer, office, stripe)
            return .open(record, NewCheckoutSession(for: record, issued, office))
        }
        guard live.isUsable(for: invoice.state.due, account: account.account, at: now) else { return .close(live) }
        guard let url = live.sessionURL else { return .open(live, NewCheckoutSession(for: live, issued, office)) }
        return .checkout(url: url)
    }

    private func addAttempt(
        to invoice: Invoice,
        _ issued: IssuedInvoice,
        account: StripeAccount,
        _ writer: StoreWriter,
        _ office: Office,
        _ stripe: StripeClient
    ) throws -> AttemptRecord {
        let now = office.outside.now()
        return try writer.addAttempt(
            Attempt(
                invoice: invoice.id,
                account: account.account,
                amount: invoice.state.due,
                currency: "eur",
                isLive: stripe.takesRealMoney,
                state: .starting
            ),
            fee: Commission.platformShare(of: invoice.state.due, stripePrice: account.origin.stripePrice),
            statementSuffix: StatementLabel(prefix: account.reading.statementPrefix, number: issued.number).suffix,
            sessionExpiresAt: Instant(seconds: now.seconds + AttemptRecord.sessionLifetime),
            returnToken: link.text,
            of: invoice.companyID,
            at: now
        )
    }
}

extension AttemptRecord {
    /// How long a session stays open at Stripe, in seconds: two hours (Stripe: 30 minutes to 24 hours).
    static let sessionLifetime: Int64 = 7_200

    /// How long a session must last yet to be offered, in seconds: its page must not end under the client's hands, and
    /// one that is still to be opened must last 30 minutes for Stripe.
    private var shortestUse: Int64 { session == nil ? 1_860 : 300 }

    fileprivate func isUsable(for due: Cents, account: String, at now: Instant) -> Bool {
        attempt.amount == due && attempt.account == account && sessionExpiresAt > now.adding(seconds: shortestUse)
    }
}
