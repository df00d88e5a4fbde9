public import Accounting

/// The sentences that the law wants on an invoice, by case and by date.
public enum Mentions {
    /// The sentences of an invoice issued on this day, in the order they are printed.
    ///
    /// - Parameters:
    ///   - seller: who sells.
    ///   - buyer: who buys.
    ///   - day: the day of issue.
    /// - Returns: the sentences.
    /// - Throws: `IssueRefusal.exemptionUnknown` when no sentence is known for that day that exempts from VAT.
    public static func required(seller: Seller, buyer: Buyer, on day: Day) throws(IssueRefusal) -> [String] {
        var sentences: [String] = []
        if seller.isUnderFranchise {
            guard let exemption = exemptions.first(where: { day <= $0.until }) else { throw .exemptionUnknown }
            sentences.append(exemption.text)
        }
        return sentences + table.filter { $0.applies(buyer) }.map(\.text)
    }

    /// What exempts from VAT under the franchise, and the last day on which it may be written, oldest first.
    ///
    /// The numbers of the CGI may be cited until 30 June 2028 (ordonnance 2025-1247 article 46); the sentence of the CIBS
    /// that follows is not fixed yet.
    private static let exemptions: [(text: String, until: Day)] = [
        ("TVA non applicable, art. 293 B du CGI", Day(number: 21_365))  // 30 June 2028
    ]

    private struct Mention: Sendable {
        let text: String
        let applies: @Sendable (Buyer) -> Bool
    }

    private static let table: [Mention] = [
        // C. com. art. L441-9 I: conditions of early payment.
        Mention(text: "Escompte pour paiement anticipé : néant.") { buyer in buyer.kind == .business },
        // C. com. art. L441-10 II: the default rate of late penalties.
        Mention(text: "Pénalités de retard : taux de refinancement de la BCE majoré de 10 points.") { buyer in
            buyer.kind == .business
        },
        // C. com. art. D441-5: professionals only.
        Mention(text: "Indemnité forfaitaire pour frais de recouvrement en cas de retard : 40 €.") { buyer in
            buyer.kind == .business
        },
    ]
}
