public import Accounting
import MariaDB
public import Payments

/// How much work waits, for whoever watches over the site; each question is answered by an index.
public enum Workload {
    /// The errands of one lane.
    public struct Lane: Sendable, Equatable {
        /// How many are not done.
        public let length: Int
        /// Since when the oldest of them has been, or will be, due.
        public let oldestDueAt: Instant?
        /// How many were ever given up.
        public let givenUp: Int
    }

    /// The attempts of one state through which money may still come.
    public struct Attempts: Sendable, Equatable {
        /// How many there are.
        public let count: Int
        /// When Stripe was asked about the one that it was not asked about for longest.
        public let oldestCheckAt: Instant?
    }
}

extension StoreReader {
    /// The errands of a lane.
    public func workload(of lane: Errand.Lane) throws -> Workload.Lane {
        let kinds = Errand.Kind.known(in: [lane])
        let waiting = try only(
            "SELECT COUNT(*) AS length, MIN(due_at) AS oldest FROM outbox WHERE done_at IS NULL AND kind IN (\(kinds))"
        )
        let givenUp = try only(
            "SELECT COUNT(*) AS count FROM outbox WHERE given_up_at IS NOT NULL AND kind IN (\(kinds))"
        )
        return Workload.Lane(
            length: try waiting["length"],
            oldestDueAt: try waiting["oldest"],
            givenUp: try givenUp["count"]
        )
    }

    /// The attempts of a state.
    public func workload(of state: AttemptState) throws -> Workload.Attempts {
        let row = try only(
            "SELECT COUNT(*) AS count, MIN(checked_at) AS oldest FROM payment_attempts WHERE state = \(state)"
        )
        return Workload.Attempts(count: try row["count"], oldestCheckAt: try row["oldest"])
    }

    /// How many events of Stripe wait for the worker to ask about what they announce.
    public func eventBacklog() throws -> Int {
        try only(
            """
            SELECT COUNT(*) AS count FROM outbox
            WHERE done_at IS NULL AND kind IN (\(Errand.Kind.retryEvent), \(Errand.Kind.readReversals))
            """
        )["count"]
    }

    /// The row of a statement that answers just one.
    private func only(_ sql: SQL) throws -> Row {
        guard let row = try runner.row(sql) else {
            preconditionFailure("An aggregate without groups answers one row.")
        }
        return row
    }
}
