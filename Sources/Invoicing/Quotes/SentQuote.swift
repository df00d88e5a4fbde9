public import Accounting

/// A quote that is being written: everything in it may still change, and it has no number.
public struct QuoteDraft: Sendable, Equatable {
    /// Who offers.
    public let seller: Seller
    /// To whom.
    public let buyer: Buyer
    /// What is offered, in one line: « Objet »; may be empty.
    public let subject: String
    /// The client's reference; may be empty.
    public let reference: String
    /// The lines.
    public let lines: [InvoiceLine]
    /// The last day on which the client may accept.
    public let validUntil: Day
    /// What else both agree on; may be empty.
    public let conditions: String

    /// A draft.
    public init(
        seller: Seller,
        buyer: Buyer,
        subject: String,
        reference: String,
        lines: [InvoiceLine],
        validUntil: Day,
        conditions: String
    ) {
        self.seller = seller
        self.buyer = buyer
        self.subject = subject
        self.reference = reference
        self.lines = lines
        self.validUntil = validUntil
        self.conditions = conditions
    }

    /// Turns the draft into what the client is offered, held to what an invoice of it would be held to.
    ///
    /// - Throws: the first thing that forbids it.
    public func sent(as number: InvoiceNumber, on day: Day) throws(IssueRefusal) -> SentQuote {
        let invoice = Draft(
            seller: seller,
            buyer: buyer,
            subject: subject,
            lines: lines,
            suppliedOn: day,
            paymentTermDays: 0,
            purchaseOrder: reference
        )
        let issued = try invoice.issued(as: number, on: day)
        return SentQuote(
            number: number,
            sentOn: day,
            validUntil: validUntil,
            seller: seller,
            buyer: buyer,
            subject: subject,
            reference: reference,
            lines: lines,
            mentions: issued.mentions.filter { Mentions.subject(of: $0) == nil },
            conditions: conditions,
            answer: nil
        )
    }
}

/// A quote as it was sent: it never changes, but that an answer is added to it, once.
public struct SentQuote: Sendable, Equatable {
    /// What the client decided.
    public struct Answer: Sendable, Equatable {
        /// True when they agreed.
        public let isAccepted: Bool
        /// The name that was typed.
        public let name: String
        /// Why they declined; may be empty.
        public let reason: String
        /// The day, in Paris.
        public let day: Day
        /// True when the seller noted it.
        public let isByHand: Bool

        /// An answer.
        public init(isAccepted: Bool, name: String, reason: String, day: Day, isByHand: Bool) {
            self.isAccepted = isAccepted
            self.name = name
            self.reason = reason
            self.day = day
            self.isByHand = isByHand
        }
    }

    /// The last day on which the client may accept.
    public var validUntil: Day { document.dueOn }
    /// What it says, in the form that all documents are drawn from; its due date is the last day of its validity.
    public let document: IssuedInvoice
    /// What else both agree on; may be empty.
    public let conditions: String
    /// What the client decided, if they have.
    public let answer: Answer?

    /// Its number.
    public var number: InvoiceNumber { document.number }
    /// The day it was sent, in Paris.
    public var sentOn: Day { document.issuedOn }
    /// What it comes to, taxes included.
    public var total: Cents { document.totals.gross }

    /// A quote, as it was stored.
    public init(
        number: InvoiceNumber,
        sentOn: Day,
        validUntil: Day,
        seller: Seller,
        buyer: Buyer,
        subject: String,
        reference: String,
        lines: [InvoiceLine],
        mentions: [String],
        conditions: String,
        answer: Answer?
    ) {
        document = IssuedInvoice(
            number: number,
            issuedOn: sentOn,
            dueOn: validUntil,
            suppliedOn: nil,
            seller: seller,
            buyer: buyer,
            subject: subject,
            lines: lines,
            totals: Totals(of: lines),
            mentions: mentions,
            purchaseOrder: reference
        )
        self.conditions = conditions
        self.answer = answer
    }
}
