public import MariaDB
import TestSupport

/// What only somebody with every right can do, to bring about what is rare.
extension Story {
    /// Runs a statement as the administrator.
    public func forge(_ sql: SQL) throws {
        try database.connect().execute(sql)
    }

    /// The attempts of an invoice are held for over, although their pages are open at Stripe.
    public func giveUpAttempts(of bill: Bill) throws {
        try forge("UPDATE payment_attempts SET state = 'expired' WHERE invoice_id = \(bill.id)")
    }

    /// Somebody leaves the worker the errand to ask about the attempt of a session.
    func askWorker(about session: String) throws {
        try forge(
            """
            INSERT INTO outbox (kind, subject, due_at, created_at)
            SELECT 'ask_attempt', id, created_at, created_at FROM payment_attempts WHERE session = \(session)
            """
        )
    }
}
