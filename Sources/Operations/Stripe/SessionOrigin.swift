import Payments
import Store
import Stripe

/// Whose a Checkout Session is, from what it says of itself and where it was found.
///
/// The freelancer's account may have sessions of other sites, and of another site of ours (a trial, a former one). What a
/// session says of itself may have been written by anybody who has an account: it counts on the attempt's account only.
enum SessionOrigin {
    /// It is the session of an attempt.
    case attempt(AttemptRecord)
    /// It says that it is ours, and there is no such attempt, or not yet.
    case unknown
    /// It is not ours.
    case foreign

    /// - Parameters:
    ///   - session: the session.
    ///   - account: where it was found; nil when it is the platform's own.
    ///   - environment: what our sessions say of where they come from.
    ///   - reader: what attempts there are.
    /// - Throws: what the store throws.
    init(of session: CheckoutSession, on account: String?, in environment: String, _ reader: StoreReader) throws {
        if let record = try reader.attempt(session: session.id) {
            self = .attempt(record)
        } else if session.metadata["env"] != environment {
            self = .foreign
        } else if let record = try Self.unansweredAttempt(of: session, on: account, reader) {
            self = .attempt(record)
        } else {
            self = .unknown
        }
    }

    /// Stripe's event may come before its answer to us, so the attempt's session may not be noted yet.
    private static func unansweredAttempt(
        of session: CheckoutSession,
        on account: String?,
        _ reader: StoreReader
    ) throws -> AttemptRecord? {
        guard let id = session.metadata["attempt_id"].flatMap({ Int64($0) }), let record = try reader.attempt(id),
            record.session == nil, record.attempt.account == account
        else { return nil }
        return record
    }
}
