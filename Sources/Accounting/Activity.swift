/// What the seller does, as micro-entrepreneurs declare it to Urssaf.
public enum Activity: String, Sendable, CaseIterable {
    /// Sale of goods, lodging (BIC).
    case sale = "vente"
    /// Commercial or craft services (BIC).
    case service = "service"
    /// Liberal professions (BNC).
    case liberal = "liberal"
}
