/// A permission of the owner of an account, which the platform fetches (Stripe, "Connect OAuth reference").
struct CodeRecord: Codable, Sendable, Equatable, Identifiable {
    /// `ac_…`.
    let id: String
    let account: String
    let expiresAt: Int64
    var isUsed = false
}

/// A way into an account's dashboard, good for one visit.
struct LoginRecord: Codable, Sendable, Equatable, Identifiable {
    /// What stands in the link's address.
    let id: String
    let account: String
    var isUsed = false
}
