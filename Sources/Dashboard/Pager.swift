import Store
import Web

/// The way to the rows before and after those that a list shows.
struct Pager {
    let previous: ListPlace?
    let next: ListPlace?
    /// The address of the same list at a place.
    let address: (ListPlace) -> String

    var html: HTML? {
        guard previous != nil || next != nil else { return nil }
        let links = [(previous, "Précédentes", "prev"), (next, "Suivantes", "next")].compactMap {
            place,
            label,
            relation in
            place.map { "<a class=\"button quiet\" rel=\"\(relation)\" href=\"\(address($0))\">\(label)</a>" as HTML }
        }
        return "<nav class=\"actions\" aria-label=\"Suite de la liste\">\(links)</nav>"
    }
}

extension ListPlace {
    /// Reads the place that an address names; nil for the beginning of the list.
    init?(_ query: Form) {
        for (side, name) in [(Side.after, "apres"), (.before, "avant")] {
            let parts = query[name]?.split(separator: ".") ?? []
            if parts.count == 2, let key = Int64(parts[0]), let id = Int64(parts[1]) {
                self.init(side, key: key, id: id)
                return
            }
        }
        return nil
    }

    /// The place in an address.
    var field: Form.Field { Form.Field(side == .after ? "apres" : "avant", "\(key).\(id)") }
}
