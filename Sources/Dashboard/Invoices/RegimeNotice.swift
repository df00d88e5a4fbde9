import French
import Invoicing
import Web

extension ChargedLines {
    /// What a page says of an amount that a change of regime has changed: once, for lines saved anew are of today.
    func notice(_ totalName: String = "le total") -> HTML? {
        french(totalName).map { "<p class=\"warning\" role=\"status\">\($0)</p>" }
    }
}
