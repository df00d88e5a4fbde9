public import Accounting

extension SentQuote {
    /// What deposits may be asked of: the total without its « débours », which are repaid once they were paid.
    public var depositable: Cents { total - document.totals.disbursed }

    /// The lines of an invoice that asks for a part of the quote before the work: one for each VAT treatment.
    ///
    /// - Parameters:
    ///   - amount: about what is asked, taxes included.
    ///   - taken: what other deposits of the quote ask.
    /// - Returns: the lines; their taxes are rounded as on any invoice.
    /// - Throws: ``QuoteRefusal/depositOutOfRange`` unless something is asked and something left.
    public func deposit(of amount: Cents, besides taken: Cents) throws(QuoteRefusal) -> [InvoiceLine] {
        guard amount > .zero, amount <= mostOfDeposit(besides: taken) else { throw .depositOutOfRange }
        let supplied = document.totals.breakdown.filter { $0.vat != .exempt(.disbursement) }
        let shares = supplied.map { part in
            (vat: part.vat, base: Cents(Self.share(amount, of: part.base, in: depositable)))
        }
        let lines = shares.filter { $0.base > .zero }.map { share in
            InvoiceLine(
                designation: "Acompte sur le devis \(number.text)\u{A0}: \(whatIsSold)",
                quantity: Quantity(tenThousandths: 10_000),
                unit: "",
                unitPrice: UnitPrice(millionths: share.base.value * 10_000),
                vat: share.vat
            )
        }
        let gross = Totals(of: lines).gross
        guard gross > .zero, gross <= mostOfDeposit(besides: taken) else { throw .depositOutOfRange }
        return lines
    }

    /// What was sold, in one line: « Objet », or what its first line begins with.
    public var whatIsSold: String {
        String((document.nature.split(whereSeparator: \.isNewline).first ?? "").prefix(150))
    }

    /// The most that a deposit may ask besides others: it leaves something for the final invoice.
    public func mostOfDeposit(besides taken: Cents) -> Cents { min(total - Cents(1), depositable) - taken }

    /// A percentage of what deposits may be asked of, in hundredths of a percent, rounded to the cent.
    public func amount(ofHundredthsOfPercent share: Int64) -> Cents {
        Cents((depositable.value * share + 5_000) / 10_000)
    }

    private static func share(_ amount: Cents, of base: Cents, in total: Cents) -> Int64 {
        Int64((Int128(base.value) * Int128(amount.value) + Int128(total.value) / 2) / Int128(total.value))
    }
}
