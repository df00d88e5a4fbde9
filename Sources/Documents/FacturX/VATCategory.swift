import Accounting
import Invoicing

/// How VAT applies, as EN 16931 sorts it (BT-118 and BT-151; UNTDID 5305, the list of BR-FR-15).
enum VATCategory: String {
    case standard = "S"
    case exempt = "E"
    case reverseCharge = "AE"
    case goodsInUnion = "K"
    case export = "G"
}

extension VAT {
    /// The category.
    var category: VATCategory {
        switch self {
        case .rate: .standard
        case .franchise, .exempt(.training), .exempt(.healthCare), .exempt(.disbursement): .exempt
        case .exempt(.servicesInUnion), .exempt(.buildingSubcontract): .reverseCharge
        case .exempt(.goodsInUnion): .goodsInUnion
        case .exempt(.export): .export
        }
    }

    /// BT-121, the article that exempts (the VATEX list of the CEF).
    var exemptionCode: String? {
        switch self {
        case .rate: nil
        case .franchise: "VATEX-FR-FRANCHISE"
        case .exempt(.training), .exempt(.healthCare): "VATEX-FR-CGI261-4"
        case .exempt(.servicesInUnion): "VATEX-EU-AE"
        // « 2 de l’article 283 du CGI », for what the client owes within France.
        case .exempt(.buildingSubcontract): "VATEX-FR-AE"
        case .exempt(.goodsInUnion): "VATEX-EU-IC"
        case .exempt(.export): "VATEX-EU-G"
        // Directive 2006/112/CE article 79, point c: repaid to one who pays in the customer's name and on their account.
        case .exempt(.disbursement): "VATEX-EU-79-C"
        }
    }
}

/// A line of the VAT breakdown: all that is of one category and rate, for two exemptions of one category are one line there
/// (BR-E-01, BR-AE-01).
struct VATGroup {
    let parts: [Totals.VATLine]

    var vat: VAT { parts[0].vat }
    var base: Cents { parts.map(\.base).sum }
    var tax: Cents { parts.map(\.tax).sum }

    /// BT-121; none when the parts are exempted by different articles: the sentences tell them apart.
    var exemptionCode: String? {
        let codes = Set(parts.map(\.vat.exemptionCode))
        return codes.count == 1 ? codes.first ?? nil : nil
    }

    /// BT-120: what is printed on the document, whatever would be printed on one of today.
    func exemptionReason(among mentions: [String]) -> String {
        parts.compactMap { part in mentions.first { Mentions.exempted(by: $0) == part.vat } }
            .joined(separator: "\u{A0}; ")
    }

    /// The groups of a document, in the order of its breakdown.
    static func groups(of totals: Totals) -> [VATGroup] {
        var groups: [VATGroup] = []
        for line in totals.breakdown {
            let place = groups.firstIndex { $0.vat.category == line.vat.category && $0.vat.figure == line.vat.figure }
            if let place {
                groups[place] = VATGroup(parts: groups[place].parts + [line])
            } else {
                groups.append(VATGroup(parts: [line]))
            }
        }
        return groups
    }
}
