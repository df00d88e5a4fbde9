import Accounting

/// Something that the law wants on an invoice and that nobody has written down yet.
public enum MissingMention: Sendable, Hashable, CaseIterable {
    /// The seller's VAT number (CGI annexe II article 242 nonies A I-2°).
    case sellerVATNumber
    /// A professional client's address (I-1°).
    case buyerAddress
    /// The VAT number of a client who owes the tax (I-3° and 4°).
    case buyerVATNumber
    /// A client's country that agrees with the exemption: in the Union, or outside it.
    case buyerCountry
    /// A French professional client's SIREN, from 1 September 2027 (I-1°, decree 2022-1299).
    case buyerSIREN
    /// The day of a delivery in the Union (I-10°).
    case supplyDate

    /// The first day on which a French professional client's SIREN must be there: 1 September 2027.
    private static let sirenIsDueFrom = Day(number: 21_062)

    /// What is missing on an invoice of a draft issued on a day.
    static func missing(on draft: Draft, issuedOn day: Day) -> [MissingMention] {
        allCases.filter { $0.isMissing(draft, day) }
    }

    private func isMissing(_ draft: Draft, _ day: Day) -> Bool {
        let (seller, buyer) = (draft.seller, draft.buyer)
        let exemptions = draft.lines.compactMap { if case .exempt(let exemption) = $0.vat { exemption } else { nil } }
        let needsNumbers = exemptions.contains(where: \.needsBothVATNumbers)
        switch self {
        case .sellerVATNumber: return seller.vatNumber == nil && (!seller.isUnderFranchise || needsNumbers)
        case .buyerAddress: return buyer.address.isBlank && buyer.kind == .business
        case .buyerVATNumber: return buyer.vatNumber == nil && needsNumbers
        case .buyerCountry: return exemptions.contains { !$0.holds(in: buyer.address.country) }
        case .buyerSIREN:
            return buyer.kind == .business && buyer.address.country == "FR" && buyer.siren == nil
                && day >= Self.sirenIsDueFrom
        case .supplyDate: return exemptions.contains(.goodsInUnion) && draft.suppliedOn == nil
        }
    }
}

extension VATExemption {
    /// True when a client of this country may be invoiced so.
    fileprivate func holds(in country: String) -> Bool {
        switch self {
        case .servicesInUnion, .goodsInUnion: country != "FR" && EuropeanUnion.countries.contains(country)
        case .export: !EuropeanUnion.countries.contains(country)
        case .buildingSubcontract, .training, .healthCare, .disbursement: true
        }
    }
}

/// The European Union as VAT sees it (directive 2006/112/CE article 5).
public enum EuropeanUnion {
    /// Its members, two letters each (ISO 3166-1).
    public static let countries: Set<String> = [
        "AT", "BE", "BG", "CY", "CZ", "DE", "DK", "EE", "ES", "FI", "FR", "GR", "HR", "HU", "IE", "IT", "LT", "LU",
        "LV",
        "MT", "NL", "PL", "PT", "RO", "SE", "SI", "SK",
    ]
}
