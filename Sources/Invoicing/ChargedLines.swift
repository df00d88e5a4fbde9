public import Accounting

/// What a change of the seller's regime of VAT changes about lines that were written before it.
public enum RegimeChange: Sendable, Equatable {
    /// The franchise has ended: each line that was written without VAT wants a rate, which its seller chooses.
    case beginsVAT
    /// The franchise has begun: no VAT may be written any more (CGI article 283-3), and there is nothing to choose.
    case endsVAT
}

/// What lines that no document has frozen come to under the regime of VAT that holds now.
///
/// They keep the VAT that they were written with: a change of regime that is taken back has lost nothing. Whoever shows,
/// adds up or issues them asks here what it means today.
public struct ChargedLines: Sendable, Equatable {
    /// The lines as they were written.
    public let written: [InvoiceLine]
    /// The lines with the VAT of today; where its rate is still to be chosen, with the one that is proposed.
    public let lines: [InvoiceLine]
    /// What the regime has changed about them, if something.
    public let change: RegimeChange?

    /// What they come to today.
    public var totals: Totals { Totals(of: lines) }
    /// What they came to when they were written.
    public var formerTotals: Totals { Totals(of: written) }
    /// The lines to issue: as long as a rate is to be chosen they stay as they were written, which ``Draft`` refuses.
    public var decided: [InvoiceLine] { change == .beginsVAT ? written : lines }
}

extension Seller {
    /// The treatment of a line that nobody has chosen another one for.
    public var usualVAT: VAT { possibleVAT[0] }

    /// What lines that were written under whatever regime mean under this seller's.
    public func charging(_ written: [InvoiceLine]) -> ChargedLines {
        let possible = possibleVAT
        let lines = written.map { possible.contains($0.vat) ? $0 : $0.with(vat: usualVAT) }
        let hasVAT = written.contains { if case .rate = $0.vat { true } else { false } }
        let change: RegimeChange? =
            if isUnderFranchise { hasVAT ? .endsVAT : nil } else {
                written.contains { $0.vat == .franchise } ? .beginsVAT : nil
            }
        return ChargedLines(written: written, lines: lines, change: change)
    }
}
