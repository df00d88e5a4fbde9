public import Accounting

extension VAT {
    /// The rate as it stands in a column: "20 %", or a dash under the franchise.
    public var french: String {
        switch self {
        case .franchise: "–"
        case .rate(let rate): rate.text
        }
    }
}
