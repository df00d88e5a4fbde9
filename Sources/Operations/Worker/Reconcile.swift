import Accounting
import Payments
import Store
import Stripe

/// The worker compares everything Stripe has of an account's last days with what we have: events may have been lost, and
/// rows too.
///
/// What is missing here and can be settled is settled; what cannot is an « écart ».
public struct Reconcile {
    /// How long an account is left alone between two comparisons, in seconds.
    public static let period: Int64 = 3_600
    /// How many accounts one round compares.
    static let batch = 5
    /// How far back before the last comparison sessions are compared, in seconds: three days, as long as Stripe repeats its
    /// events.
    private static let sessionReach: Int64 = 3 * 86_400
    /// How far back before the last comparison refunds and disputes are compared, in seconds: their state changes for weeks.
    private static let reversalReach: Int64 = 35 * 86_400

    /// A round.
    public init() {}

    /// Compares each account whose turn it is.
    ///
    /// - Returns: why some could not be compared.
    public func run(in office: Office, stripe: StripeLine) throws -> [String] {
        let limit = office.outside.now().adding(seconds: -Self.period)
        var failures: [String] = []
        for account in try office.store.reader.accounts(unreconciledSince: limit, limit: Self.batch) {
            let start = office.outside.now()
            do {
                try account.mustBeVisible(to: stripe.client)
                try compare(account, in: office, stripe.client)
                try office.store.write {
                    try $0.noteReconciliation(of: account, begunAt: start, at: office.outside.now())
                }
            } catch {
                let isKnown = account.disconnectedBy == .stripe && (error as? StripeError)?.isAccountGone == true
                if !isKnown { failures.append("\(error)") }
                // Compared in vain, it goes to the end of the line all the same; the next comparison looks back as far.
                try office.store.write { try $0.noteVainReconciliation(of: account, at: office.outside.now()) }
            }
        }
        return failures
    }

    private func compare(_ account: StripeAccount, in office: Office, _ stripe: StripeClient) throws {
        do {
            let sessions = try stripe.listCompleteCheckoutSessions(
                since: account.reconciledAt.adding(seconds: -Self.sessionReach),
                account: account.account
            )
            for session in sessions.reversed() { try compare(session, of: account, in: office, stripe) }
            let since = account.reconciledAt.adding(seconds: -Self.reversalReach)
            let refunds = try stripe.listRefunds(since: since, account: account.account)
            let disputes = try stripe.listDisputes(since: since, account: account.account)
            let reversals =
                refunds.compactMap { Reversal($0, account: account.account) }
                + disputes.compactMap { Reversal($0, account: account.account) }
            for reversal in reversals.reversed() { try NoteReversal(reversal: reversal).run(in: office) }
            try ReadPayouts(accountID: account.id).run(in: office, stripe: stripe)
        } catch let error as StripeError where error.isAccountGone {
            try ReadAccount(accountID: account.id).run(in: office, stripe: stripe)
            throw error
        }
    }

    private func compare(
        _ session: CheckoutSession,
        of account: StripeAccount,
        in office: Office,
        _ stripe: StripeClient
    ) throws {
        let testimony = Testimony(session, account: account.account)
        let (reader, reference) = (office.store.reader, testimony.paymentReference ?? session.id)
        guard testimony.verdict == .paid,
            try KnownPayment(account: account.account, reference: reference, reader) == nil
        else { return }
        switch try SessionOrigin(of: session, on: account.account, in: office.environment, reader) {
        case .foreign: return
        case .unknown: try ReportUnrecorded(session: session, account: account).run(in: office)
        case .attempt(let record):
            // Read once more, with the moment of the payment, which a list does not tell.
            let fetched = try stripe.retrieveCheckoutSession(id: session.id, account: account.account)
            try SettleFetched(record: record, session: fetched, account: account.account).run(in: office)
        }
    }
}
