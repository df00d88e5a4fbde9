import Store
import Stripe

/// Whose a Checkout Session is, from what it says of itself.
///
/// The freelancer's account may have sessions of other sites, and of another site of ours (a trial, a former one).
enum SessionOrigin {
    /// It is the session of an attempt.
    case attempt(AttemptRecord)
    /// It says that it is ours, and there is no such attempt, or not yet.
    case unknown
    /// It is not ours.
    case foreign

    init(of session: CheckoutSession, in environment: String, _ reader: StoreReader) throws {
        if let record = try Self.attempt(of: session, reader) {
            self = .attempt(record)
        } else {
            self = session.metadata["env"] == environment ? .unknown : .foreign
        }
    }

    /// The attempt of a session; Stripe's event may come before its answer to us, so the session may not be noted yet.
    private static func attempt(of session: CheckoutSession, _ reader: StoreReader) throws -> AttemptRecord? {
        if let record = try reader.attempt(session: session.id) { return record }
        guard let id = session.metadata["attempt_id"].flatMap({ Int64($0) }), let record = try reader.attempt(id),
            record.session == nil
        else { return nil }
        return record
    }
}
