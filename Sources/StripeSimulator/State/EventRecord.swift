/// Something that happened, with its body as it was then.
struct EventRecord: Codable, Sendable, Equatable, Identifiable {
    let id: String
    let type: String
    let account: String?
    let created: Int64
    let body: String
}

/// Which of the platform's two endpoints an event goes to (Stripe, "Connect webhooks").
public enum Scope: String, Codable, Sendable, CaseIterable {
    /// « Connected accounts ».
    case connect
    /// « Your account ».
    case platform
}
