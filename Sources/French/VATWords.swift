public import Accounting

extension VAT {
    /// The rate as it stands in a column: "20 %", or a word when none is charged.
    public var french: String {
        switch self {
        case .franchise: "–"
        case .rate(let rate): rate.text
        case .exempt(let exemption): exemption.isReverseCharge ? "Autoliq." : "Exonéré"
        }
    }

    /// The words before its total: "TVA 20 % sur 100,00 €", "Exonéré de TVA, base 100,00 €".
    ///
    /// - Parameter base: what the tax is reckoned on.
    /// - Returns: the words.
    public func frenchTotal(on base: Cents) -> String {
        switch self {
        case .rate(let rate): "TVA \(rate.text) sur \(base.french)"
        case .exempt(let exemption) where exemption.isReverseCharge: "Autoliquidation, base \(base.french)"
        case .exempt, .franchise: "Exonéré de TVA, base \(base.french)"
        }
    }

    /// The treatment as a seller chooses it.
    public var frenchChoice: String {
        switch self {
        case .franchise: "Franchise en base"
        case .rate(let rate): rate.text
        case .exempt(let exemption): exemption.french
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
        }
    }
}
