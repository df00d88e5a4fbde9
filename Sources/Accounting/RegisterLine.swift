/// One line of the « registre des recettes » (livre des recettes: code de commerce article L123-28, D123-205-1; CGI article 50-0 5°).
///
/// A line is never changed: a mistake is corrected by a second line of the opposite amount.
public struct RegisterLine: Sendable, Equatable {
    /// What stands in the line.
    public struct Entry: Sendable, Equatable {
        /// The day the money was received, in Paris.
        public let receivedOn: Day
        /// The number of the document that proves the receipt.
        public let document: String
        /// Who paid.
        public let client: String
        /// What was sold, in a few words.
        public let nature: String
        /// The category under which the receipt is declared.
        public let activity: Activity
        /// What the client paid, fees never deducted; negative in a correction.
        public let amount: Cents
        /// How the client paid.
        public let means: MeansOfPayment
        /// What identifies the payment at the bank or at Stripe.
        public let reference: String
        /// When the line was written.
        public let recordedAt: Instant

        /// What stands in a line.
        public init(
            receivedOn: Day,
            document: String,
            client: String,
            nature: String,
            activity: Activity,
            amount: Cents,
            means: MeansOfPayment,
            reference: String,
            recordedAt: Instant
        ) {
            self.receivedOn = receivedOn
            self.document = document
            self.client = client
            self.nature = nature
            self.activity = activity
            self.amount = amount
            self.means = means
            self.reference = reference
            self.recordedAt = recordedAt
        }
    }

    /// The line's place in the company's register, from 1, without gaps.
    public let sequence: Int64
    /// What stands in it.
    public let entry: Entry
    /// The fingerprint of this line and, through the line before it, of the whole register up to here.
    public let fingerprint: Fingerprint

    /// A line as it was stored.
    public init(sequence: Int64, entry: Entry, fingerprint: Fingerprint) {
        self.sequence = sequence
        self.entry = entry
        self.fingerprint = fingerprint
    }
}
