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
    /// What it will be.
    public let kind: InvoiceKind
    /// The client's order number; may be empty.
    public let purchaseOrder: String
    /// Deposits that the client has paid.
    public let deposits: [DeductedDeposit]

    /// A draft.
    public init(
        seller: Seller,
        buyer: Buyer,
        subject: String,
        lines: [InvoiceLine],
        suppliedOn: Day?,
        paymentTermDays: Int,
        kind: InvoiceKind = .invoice,
        purchaseOrder: String = "",
        deposits: [DeductedDeposit] = []
    ) {
        self.seller = seller
        self.buyer = buyer
        self.subject = subject
        self.lines = lines
        self.suppliedOn = suppliedOn
        self.paymentTermDays = paymentTermDays
        self.kind = kind
        self.purchaseOrder = purchaseOrder
        self.deposits = deposits
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
        guard lines.allSatisfy({ seller.mayInvoice($0.vat) }) else { throw .vatMismatch }
        guard Self.paymentTermRange.contains(paymentTermDays) else { throw .paymentTermTooLong }
        let totals = Totals(of: lines)
        guard totals.gross > .zero else { throw .nothingToPay }
        guard totals.gross <= Self.maximumGross else { throw .amountTooHigh }
        guard deposits.isEmpty || kind == .invoice else { throw .depositOfDeposit }
        guard deposits.map(\.amount).sum < totals.gross else { throw .depositsCoverAll }
        guard totals.disbursed == .zero || kind == .invoice else { throw .disbursementInDeposit }
        guard deposits.map(\.amount).sum <= totals.gross - totals.disbursed else { throw .depositsCoverDisbursements }
        guard lines.allSatisfy({ !$0.isDisbursement || $0.discount == nil }) else { throw .disbursementDiscounted }
        let missing = MissingMention.missing(on: self, issuedOn: day)
        guard missing.isEmpty else { throw .incomplete(missing) }
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
            mentions: try Mentions.required(seller: seller, buyer: buyer, lines: lines, on: day),
            kind: kind,
            purchaseOrder: purchaseOrder,
            deposits: deposits
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
    /// Something that the law wants is not written down.
    case incomplete([MissingMention])
    /// A deposit takes off no deposit.
    case depositOfDeposit
    /// The deposits leave nothing to pay.
    case depositsCoverAll
    /// A deposit is asked of a « débours », which is repaid once it was paid.
    case disbursementInDeposit
    /// The deposits would pay « débours »: they come to more than the rest of the invoice.
    case depositsCoverDisbursements
    /// A « débours » is less than what was paid (CGI article 267 II 2°: the exact amount).
    case disbursementDiscounted
    /// A deposit cannot be taken off: not paid, of another client, or taken off by another invoice.
    case depositUnavailable(InvoiceNumber)
    /// A deposit asks more than was taken of its quote.
    case moreThanQuoted(DepositLimit)
    /// It is not the invoice, or the deposit, that the quote of this number was made into.
    case otherKindThanQuoted(String)
    /// It is for somebody else than the quote of this number.
    case otherClientThanQuoted(String)
    /// No sentence is known that exempts from VAT on the day of issue.
    case exemptionUnknown
    /// The draft was saved again after the seller had looked at it for the last time.
    case changedMeanwhile
    /// The invoice was issued before.
    case alreadyIssued
    /// The last invoice of the series is dated after today: dates may not go backwards.
    case dateWouldGoBackwards
}

extension Seller {
    /// How VAT may apply to a line of this seller's.
    ///
    /// Under the franchise no VAT may be written at all (CGI article 283-3); who has a number nevertheless sells services to
    /// businesses elsewhere in the Union, which owe the tax there. Anybody may have paid something for a client.
    public var possibleVAT: [VAT] {
        if isUnderFranchise {
            let exemptions: [VATExemption] = vatNumber == nil ? [.disbursement] : [.servicesInUnion, .disbursement]
            return [.franchise] + exemptions.map(VAT.exempt)
        }
        return VATRate.allCases.map(VAT.rate) + VATExemption.allCases.map(VAT.exempt)
    }

    func mayInvoice(_ vat: VAT) -> Bool { possibleVAT.contains(vat) }
}
