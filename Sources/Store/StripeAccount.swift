public import Accounting
import MariaDB

/// A company's account at Stripe, as it was last read there.
public struct StripeAccount: Sendable, Equatable {
    /// What the account can do, in the words of the freelancer's page.
    public enum State: String, Sendable, CaseIterable {
        /// The freelancer left Stripe's form before its end.
        case toFinish = "to_finish"
        /// Stripe is checking what it was given.
        case underReview = "under_review"
        /// Stripe wants something more, and takes no payments until it has it.
        case actionRequired = "action_required"
        /// Stripe wants something more; payments stay on until a deadline.
        case warned
        /// Payments are on.
        case active
        /// Stripe refuses the account.
        case refused
        /// The account is no longer connected.
        case disconnected

        /// True when clients can pay.
        public var takesPayments: Bool { self == .active || self == .warned }
    }

    /// Where the account comes from, which decides who pays Stripe.
    public enum Origin: String, Sendable, CaseIterable {
        /// We created it: NeedMe pays Stripe out of its commission.
        case created
        /// The freelancer had it before: they pay Stripe themselves.
        case existing
    }

    /// What Stripe said of an account.
    public struct Reading: Sendable, Equatable {
        /// What it can do.
        public let state: State
        /// What Stripe wants, in its own words: "individual.verification.document".
        public let wanted: [String]
        /// When what is wanted ends payments.
        public let deadline: Instant?
        /// The short label on card statements.
        public let statementPrefix: String?

        /// What Stripe said.
        public init(state: State, wanted: [String], deadline: Instant?, statementPrefix: String?) {
            self.state = state
            self.wanted = wanted
            self.deadline = deadline
            self.statementPrefix = statementPrefix
        }
    }

    /// Who ended a connection.
    public enum Leaver: String, Sendable {
        /// The freelancer, with us.
        case seller
        /// The freelancer at Stripe, or Stripe itself.
        case stripe
    }

    /// The row's id.
    public let id: Int64
    /// Whose account it is.
    public let companyID: Int64
    /// The account's name at Stripe, "acct_…".
    public let account: String
    /// Where it comes from.
    public let origin: Origin
    /// Whether it was connected with a live key, which sees no test account, nor the reverse; nil when nobody noted it.
    public let isLive: Bool?
    /// What was last read of it.
    public let reading: Reading
    /// When it was last read at Stripe.
    public let readAt: Instant
    /// The last time it was connected.
    public let connectedAt: Instant
    /// Who ended the connection; nil while it stands.
    public let disconnectedBy: Leaver?
    /// When everything Stripe has of it was last compared with what we have.
    public let reconciledAt: Instant

    /// What it can do.
    public var state: State { reading.state }
}

extension StripeAccount.State: SQLWord {}
extension StripeAccount.Origin: SQLWord {}
extension StripeAccount.Leaver: SQLWord {}

extension StripeAccount {
    static let select: SQL = """
        SELECT id, company_id, account, origin, is_live, state, wanted, deadline, statement_prefix, read_at, connected_at,
            disconnected_by, reconciled_at
        FROM stripe_accounts
        """

    init(_ row: Row) throws {
        id = try row["id"]
        companyID = try row["company_id"]
        account = try row["account"]
        origin = try row["origin"]
        isLive = try row["is_live"]
        readAt = try row["read_at"]
        connectedAt = try row["connected_at"]
        disconnectedBy = try row["disconnected_by"]
        reconciledAt = try row["reconciled_at"]
        reading = Reading(
            state: try row["state"],
            wanted: (try row["wanted"] as String).split(separator: "\n").map(String.init),
            deadline: try row["deadline"],
            statementPrefix: try row["statement_prefix"]
        )
    }
}
