public import Accounting

/// The sentences that the law wants on an invoice, by case and by date.
public enum Mentions {
    /// What a sentence is about, where electronic invoices tell sentences apart (EN 16931 BT-21, UNTDID 4451).
    public enum Subject: Sendable, Equatable, CaseIterable {
        /// Early payment (AAB).
        case earlyPayment
        /// Late payment (PMD).
        case latePenalties
        /// The fixed sum for recovery costs (PMT).
        case recoveryCosts
    }

    /// The sentences of an invoice issued on this day, in the order they are printed.
    ///
    /// - Parameters:
    ///   - seller: who sells.
    ///   - buyer: who buys.
    ///   - lines: what is sold.
    ///   - day: the day of issue.
    /// - Returns: the sentences.
    /// - Throws: `IssueRefusal.exemptionUnknown` when no sentence is known for that day that exempts from VAT.
    public static func required(
        seller: Seller,
        buyer: Buyer,
        lines: [InvoiceLine],
        on day: Day
    ) throws(IssueRefusal) -> [String] {
        var sentences: [String] = []
        for vat in Totals(of: lines).breakdown.map(\.vat) {
            guard let exemption = try exemption(vat, on: day) else { continue }
            sentences.append(exemption)
        }
        if seller.notices.paysVATOnDebits, !seller.isUnderFranchise {
            sentences.append("Option pour le paiement de la taxe d’après les débits.")
        }
        if buyer.kind == .business { sentences += betweenBusinesses.map(\.text) }
        if buyer.kind == .person, let mediator = seller.notices.mediator {
            sentences.append("Médiateur de la consommation\u{A0}: \(mediator)")
        }
        if let insurance = seller.notices.insurance {
            sentences.append("Assurance professionnelle\u{A0}: \(insurance)")
        }
        return sentences
    }

    /// What a sentence is about, when electronic invoices name it.
    public static func subject(of sentence: String) -> Subject? {
        betweenBusinesses.first { $0.text == sentence }?.subject
    }

    /// The sentence that exempts a line from VAT on a day; nil when VAT is charged.
    public static func exemption(_ vat: VAT, on day: Day) throws(IssueRefusal) -> String? {
        guard let text = exemptions[vat] else { return nil }
        guard day <= lastDayOfTheCode else { throw .exemptionUnknown }
        return text
    }

    /// What a sentence exempts from VAT, if it does.
    public static func exempted(by sentence: String) -> VAT? {
        exemptions.first { $0.value == sentence }?.key
    }

    private static let exemptions: [VAT: String] = [
        .franchise: "TVA non applicable, art. 293 B du CGI",
        .exempt(.servicesInUnion): "Autoliquidation\u{A0}: TVA due par le client, art. 283-2 du CGI",
        .exempt(.buildingSubcontract): "Autoliquidation\u{A0}: TVA due par le client, art. 283-2 nonies du CGI",
        .exempt(.goodsInUnion): "Exonération de TVA, article 262 ter I du CGI",
        .exempt(.export): "Exonération de TVA, article 262 I du CGI",
        .exempt(.training): "Exonération de TVA, article 261-4-4° du CGI",
        .exempt(.healthCare): "Exonération de TVA, article 261-4-1° du CGI",
        .exempt(.disbursement): "Débours payés au nom et pour le compte du client, art. 267-II-2° du CGI",
    ]

    /// The last day on which articles of the CGI may be cited: 30 June 2028 (ordonnance 2025-1247 article 46); the sentences
    /// of the CIBS that follow are not fixed yet.
    private static let lastDayOfTheCode = Day(number: 21_365)

    private static let betweenBusinesses: [(subject: Subject, text: String)] = [
        // C. com. art. L441-9 I: conditions of early payment.
        (.earlyPayment, "Escompte pour paiement anticipé : néant."),
        // C. com. art. L441-10 II: the default rate of late penalties.
        (.latePenalties, "Pénalités de retard : taux de refinancement de la BCE majoré de 10 points."),
        // C. com. art. D441-5: professionals only.
        (.recoveryCosts, "Indemnité forfaitaire pour frais de recouvrement en cas de retard : 40 €."),
    ]
}
