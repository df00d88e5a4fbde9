import French
import Invoicing
import Web

extension ChargedLines {
    /// What a page says of an amount that a change of regime has changed: once, for lines saved anew are of today.
    func notice(_ totalName: String = "le total") -> HTML? {
        french(totalName).map(Self.warning)
    }

    /// What a page says of a quote that was sent before its seller's regime changed, and is to be invoiced now.
    var noticeOfQuote: HTML? { frenchOfQuote.map(Self.warning) }

    private static func warning(_ text: String) -> HTML { "<p class=\"warning\" role=\"status\">\(text)</p>" }
}
