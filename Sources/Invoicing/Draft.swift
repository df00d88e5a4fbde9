public import Accounting

/// An invoice that is being written: everything in it may still change, and it has no number.
public struct Draft: Sendable, Equatable {
    /// Who sells.
    public let seller: Seller
    /// Who buys.
    public let buyer: Buyer
    /// What is sold, in one line: « Objet ».
    public let subject: String
    /// The lines.
    public let lines: [InvoiceLine]
    /// The day the supply was completed, when it is not the day of issue.
    public let suppliedOn: Day?
    /// How many days after issue the client has to pay.
    public let paymentTermDays: Int

    /// A draft.
    public init(
        seller: Seller,
        buyer: Buyer,
        subject: String,
        lines: [InvoiceLine],
        suppliedOn: Day?,
        paymentTermDays: Int
    ) {
        self.seller = seller
        self.buyer = buyer
        self.subject = subject
        self.lines = lines
        self.suppliedOn = suppliedOn
        self.paymentTermDays = paymentTermDays
    }

    /// The most lines an invoice may have.
    public static let maximumLineCount = 500

    /// The highest amount of an invoice: what Stripe can charge at once, 999 999,99 €.
    public static let maximumGross = Cents(99_999_999)

    /// The longest payment term between professionals (code de commerce article L441-10 I: 60 days after issue).
    public static let paymentTermRange = 0...60

    /// Turns the draft into a document that will never change.
    ///
    /// - Throws: the first thing that forbids it.
    public func issued(as number: InvoiceNumber, on day: Day) throws(IssueRefusal) -> IssuedInvoice {
        guard !lines.isEmpty else { throw .noLine }
        guard lines.count <= Self.maximumLineCount else { throw .tooManyLines }
        guard lines.allSatisfy({ ($0.vat == .franchise) == seller.isUnderFranchise }) else { throw .vatMismatch }
        guard Self.paymentTermRange.contains(paymentTermDays) else { throw .paymentTermTooLong }
        let totals = Totals(of: lines)
        guard totals.gross > .zero else { throw .nothingToPay }
        guard totals.gross <= Self.maximumGross else { throw .amountTooHigh }
        guard !buyer.address.isBlank || buyer.kind == .person else { throw .buyerAddressMissing }
        return IssuedInvoice(
            number: number,
            issuedOn: day,
            dueOn: day.adding(days: paymentTermDays),
            suppliedOn: suppliedOn,
            seller: seller,
            buyer: buyer,
            subject: subject,
            lines: lines,
            totals: totals,
            mentions: try Mentions.required(seller: seller, buyer: buyer, on: day)
        )
    }
}

/// Why a draft cannot be issued.
public enum IssueRefusal: Error, Sendable, Equatable {
    /// There is no line.
    case noLine
    /// There are more than ``Draft/maximumLineCount`` lines.
    case tooManyLines
    /// A seller under the franchise writes VAT, or another one writes none.
    case vatMismatch
    /// The payment term is longer than the law allows.
    case paymentTermTooLong
    /// The total is zero.
    case nothingToPay
    /// The total is above ``Draft/maximumGross``.
    case amountTooHigh
    /// A professional client has no address (CGI annexe II article 242 nonies A I-1°).
    case buyerAddressMissing
    /// No sentence is known that exempts from VAT on the day of issue.
    case exemptionUnknown
    /// The invoice was issued before.
    case alreadyIssued
    /// The last invoice of the series is dated after today: dates may not go backwards.
    case dateWouldGoBackwards
}
