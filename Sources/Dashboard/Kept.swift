import Web

/// How a page learns that what was typed is kept: its address says so after the form.
enum Kept {
    private static let name = "enregistre"

    /// The address of a page that says so.
    static func address(_ path: String) -> String { "\(path)?\(name)=oui" }

    /// What that page says; nothing when it was opened otherwise.
    static func notice(_ visit: Visit) -> HTML? {
        guard visit.request.query[name] != nil else { return nil }
        return "<p class=\"success\" role=\"status\">Enregistré.</p>"
    }
}
