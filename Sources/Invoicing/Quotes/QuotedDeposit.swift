public import Accounting

/// What deposits of a quote are asked of, under the regime of VAT that holds now.
///
/// Under the franchise they are asked without VAT. As long as rates are to be chosen on their invoices they are asked as the
/// quote was sent: without VAT, which comes on top of them.
public struct QuotedDeposits: Sendable, Equatable {
    private let quote: SentQuote
    private let totals: Totals
    /// What the regime has changed since the quote was sent, if something.
    public let change: RegimeChange?

    /// The deposits of a quote that a seller may ask.
    public init(of quote: SentQuote, by seller: Seller) {
        let charged = seller.charging(quote.document.lines)
        self.quote = quote
        totals = Totals(of: charged.decided)
        change = charged.change
    }

    /// « Débours » are repaid once they were paid: no deposit is asked of them.
    public var disbursed: Cents { totals.disbursed }

    /// What deposits may be asked of.
    public var depositable: Cents { totals.gross - disbursed }

    /// The lines of an invoice that asks for a part of the quote before the work: one for each VAT treatment.
    ///
    /// - Parameters:
    ///   - amount: about what is asked, taxes included unless their rate is still to be chosen.
    ///   - taken: what other deposits of the quote ask.
    /// - Returns: the lines; their taxes are rounded as on any invoice.
    /// - Throws: ``QuoteRefusal/depositOutOfRange`` unless something is asked and something left.
    public func lines(of amount: Cents, besides taken: Cents) throws(QuoteRefusal) -> [InvoiceLine] {
        guard amount > .zero, amount <= most(besides: taken) else { throw .depositOutOfRange }
        let supplied = totals.breakdown.filter { $0.vat != .exempt(.disbursement) }
        let shares = supplied.map { part in
            (vat: part.vat, base: Cents(Self.share(amount, of: part.base, in: depositable)))
        }
        let lines = shares.filter { $0.base > .zero }.map { share in
            InvoiceLine(
                designation: "Acompte sur le devis \(quote.number.text)\u{A0}: \(quote.whatIsSold)",
                quantity: Quantity(tenThousandths: 10_000),
                unit: "",
                unitPrice: UnitPrice(millionths: share.base.value * 10_000),
                vat: share.vat
            )
        }
        let gross = Totals(of: lines).gross
        guard gross > .zero, gross <= most(besides: taken) else { throw .depositOutOfRange }
        return lines
    }

    /// The most that a deposit may ask besides others: it leaves something for the final invoice.
    public func most(besides taken: Cents) -> Cents { min(totals.gross - Cents(1), depositable) - taken }

    /// A percentage of what deposits may be asked of, in hundredths of a percent, rounded to the cent.
    public func amount(ofHundredthsOfPercent share: Int64) -> Cents {
        Cents((depositable.value * share + 5_000) / 10_000)
    }

    private static func share(_ amount: Cents, of base: Cents, in total: Cents) -> Int64 {
        Int64((Int128(base.value) * Int128(amount.value) + Int128(total.value) / 2) / Int128(total.value))
    }
}

/// How much the invoice of a deposit may ask: what was taken of its quote.
public struct DepositLimit: Sendable, Equatable {
    /// What was taken.
    public let amount: Cents
    /// True when the quote was sent without VAT: what is charged by now comes on top of its amounts.
    public let isBeforeVAT: Bool

    /// A limit.
    public init(amount: Cents, isBeforeVAT: Bool) {
        self.amount = amount
        self.isBeforeVAT = isBeforeVAT
    }

    /// Whether an invoice of these totals stays within it.
    public func allows(_ totals: Totals) -> Bool { (isBeforeVAT ? totals.net : totals.gross) <= amount }
}

extension SentQuote {
    /// What was sold, in one line: « Objet », or what its first line begins with.
    public var whatIsSold: String {
        String((document.nature.split(whereSeparator: \.isNewline).first ?? "").prefix(150))
    }
}
