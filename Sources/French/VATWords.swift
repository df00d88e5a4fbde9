public import Accounting
public import Invoicing

extension VAT {
    /// The rate as it stands in a column: "20 %", or a word when none is charged.
    public var french: String {
        switch self {
        case .franchise: "–"
        case .rate(let rate): rate.text
        case .exempt(.disbursement): "Débours"
        case .exempt(let exemption): exemption.isReverseCharge ? "Autoliq." : "Exonéré"
        }
    }

    /// The treatment as a seller chooses it for a line: under the franchise, what kind of line it is.
    public var frenchType: String { self == .franchise ? "Prestation ou vente" : frenchChoice }

    /// The treatment as a seller chooses it.
    public var frenchChoice: String {
        switch self {
        case .franchise: "Franchise en base"
        case .rate(let rate): rate.text
        case .exempt(let exemption): exemption.french
        }
    }
}

extension Totals.VATLine {
    /// Its words among the totals: « TVA 20 % sur 100,00 € », or why there is none.
    public var french: String {
        switch vat {
        case .rate(let rate): "TVA \(rate.text) sur \(base.french)"
        case .exempt(.disbursement): "Débours"
        case .exempt(let exemption) where exemption.isReverseCharge: "Autoliquidation, base \(base.french)"
        case .exempt: "Exonéré de TVA, base \(base.french)"
        case .franchise: "Hors TVA, base \(base.french)"
        }
    }
}

extension VATExemption {
    /// The exemption as a seller chooses it.
    public var french: String {
        switch self {
        case .servicesInUnion: "Autoliquidation\u{A0}: service à une entreprise de l’UE"
        case .buildingSubcontract: "Autoliquidation\u{A0}: sous-traitance du bâtiment"
        case .goodsInUnion: "Exonéré\u{A0}: livraison à une entreprise de l’UE"
        case .export: "Exonéré\u{A0}: exportation hors de l’UE"
        case .training: "Exonéré\u{A0}: formation"
        case .healthCare: "Exonéré\u{A0}: soins"
        case .disbursement: "Débours, hors TVA"
        }
    }
}

extension ChargedLines {
    /// What a change of the seller's regime means for the invoices of a quote that was sent before it; nil when nothing is.
    public var frenchOfQuote: String? {
        let (former, now) = (formerTotals.gross.french, totals.gross.french)
        return switch change {
        case nil: nil
        case .beginsVAT:
            "Vous facturez maintenant la TVA, que ce devis ne prévoit pas\u{A0}: ses \(former) sont facturés hors taxes, soit "
                + "\(now) au taux proposé. Vous choisissez le taux sur la facture\u{A0}; si le prix convenu comprend la TVA, "
                + "baissez-y les prix."
        case .endsVAT:
            "Vous êtes maintenant en franchise de TVA\u{A0}: sans TVA, ce devis de \(former) se facture \(now)."
        }
    }

    /// What a change of the seller's regime has changed about an amount, which is called "le total" for instance, and what
    /// they do about it; nil when nothing is.
    public func french(_ totalName: String) -> String? {
        let (former, now) = (formerTotals.gross.french, totals.gross.french)
        return switch change {
        case nil: nil
        case .beginsVAT:
            "Vous facturez maintenant la TVA\u{A0}: au taux proposé, \(totalName) passe de \(former) à \(now). "
                + "Choisissez le taux de chaque ligne, puis enregistrez."
        case .endsVAT:
            "Vous êtes maintenant en franchise de TVA\u{A0}: sans TVA, \(totalName) passe de \(former) à \(now)."
        }
    }
}
