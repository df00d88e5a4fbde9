/// The statements prepared on one session, by their text; the one unused for longest makes room.
struct StatementCache {
    private static let capacity = 256

    private var entries: [String: (statement: Statement, lastUse: Int)] = [:]
    private var uses = 0

    /// The statement of this text.
    subscript(text: String) -> Statement? {
        mutating get {
            uses += 1
            entries[text]?.lastUse = uses
            return entries[text]?.statement
        }
        set {
            if entries.count >= StatementCache.capacity,
                let oldest = entries.min(by: { $0.value.lastUse < $1.value.lastUse })
            {
                entries[oldest.key] = nil
            }
            entries[text] = newValue.map { ($0, uses) }
        }
    }

    /// Closes all of them.
    mutating func removeAll() {
        entries.removeAll()
    }
}
