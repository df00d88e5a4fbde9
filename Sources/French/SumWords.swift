public import Accounting
public import Invoicing

extension LegalDocument {
    /// What stands above the amount that is asked, before deposits: what was supplied and its taxes, then the « débours »,
    /// which are neither (CGI article 267 II 2°).
    ///
    /// Under the franchise there is no word of VAT but the mention (CGI article 283-3), and no sum at all where the amount asked
    /// is the only one.
    public var sums: [(label: String, amount: Cents)] {
        let disbursements = totals.disbursed > .zero ? [(label: "Débours", amount: totals.disbursed)] : []
        guard invoice.seller.isUnderFranchise else {
            let taxes = totals.breakdown.filter { $0.vat != .exempt(.disbursement) }.map { ($0.french, $0.tax) }
            return [("Total HT", totals.supplied)] + taxes + [("Total TTC", totals.supplied + totals.tax)]
                + disbursements
        }
        guard disbursements.isEmpty else { return [("Total hors débours", totals.supplied)] + disbursements }
        return prepaid > .zero ? [("Total", totals.gross)] : []
    }
}

extension InvoiceLine {
    /// What a client reads under a « débours », whose price is what was paid, taxes included.
    public static let disbursementWords = "Débours\u{A0}: payé pour votre compte, repris à l’identique"
}
