import OperationsTestSupport

/// What was reached, and how often: a test that reaches nothing proves nothing.
struct Reached: Sendable {
    private(set) var counts: [String: Int] = [:]

    /// Everything that a run must reach.
    static var expected: [String] {
        Step.allCases.map { "step \($0)" }
            + ["already_paid", "cancelled", "more_than_due", "online_payment_off"].map { "set aside \($0)" }
            + ["settled", "doorbell", "disconnected", "known", "unknown_object", "ignored"].map { "event \($0)" }
            + ["paid", "expired", "failed"].map { "attempt \($0)" }
            + ["open", "paid", "cancelled"].map { "invoice \($0)" }
            + ["refund", "dispute"].flatMap { kind in ["pending", "done", "failed"].map { "reversal \(kind) \($0)" } }
            + [
                "receipt", "quarantine", "discrepancy", "payment_failed", "account_action", "account_lost", "refund",
                "refund_failed", "dispute", "dispute_lost", "dispute_won", "payout",
            ].map { "news \($0)" }
            + [
                "booked", "receipt by hand", "receipt undone", "assigned", "refunded after set aside",
                "whole credit note", "part credit note", "counter-line", "restoration", "discrepancy lost_sight",
                "two payments of an invoice", "killed, nothing left", "killed, something left",
                "killed, money recorded",
            ]
    }

    /// Once more.
    mutating func note(_ what: String) { counts[what, default: 0] += 1 }

    /// Everything that a scene has come to.
    mutating func note(_ end: Photograph) {
        for row in end[.quarantine] { note("set aside \(row.word?.split(separator: " ").first ?? "")") }
        for row in end[.outcome] { note("event \(row.word ?? "")") }
        for row in end[.attempt] { note("attempt \(row.word ?? "")") }
        for row in end[.invoice] { note("invoice \(row.word ?? "")") }
        for row in end[.reversal] { note("reversal \(row.word ?? "")") }
        for row in end[.news] { note("news \(row.word ?? "")") }
        for row in end[.discrepancy] { note("discrepancy \(row.word ?? "")") }
        for row in end[.payment] { note(row.movement) }
        for row in end[.document] where row.other != nil {
            note(row.other == 1 ? "whole credit note" : "part credit note")
        }
        for row in end[.quarantine] where row.isAssigned { note("assigned") }
        for row in end[.quarantine] where row.word?.hasSuffix(" refunded") == true { note("refunded after set aside") }
        let booked = end[.payment].filter { $0.account != nil && $0.detail == nil }
        if Set(booked.map(\.invoice)).count < booked.count { note("two payments of an invoice") }
        if !booked.isEmpty { note("scene with a booked payment") }
    }

    /// What two runs reached.
    mutating func merge(_ other: Reached) { counts.merge(other.counts, uniquingKeysWith: +) }

    /// What was never reached.
    var missing: [String] { Self.expected.filter { counts[$0] == nil } }
}

extension Photograph.Entry {
    fileprivate var movement: String {
        if detail != nil { return amount < 0 ? "counter-line" : "restoration" }
        if account != nil { return "booked" }
        return other == nil ? "receipt by hand" : "receipt undone"
    }
}
