import Accounting
import Store

/// The worker looks for quotes that their clients have answered, and leaves a mail to the freelancer about each.
///
/// The clients' pages may leave the worker nothing: what they may write down is the answer.
public struct TellAnswers {
    /// How many answers one round tells of.
    static let batch = 50

    /// A round.
    public init() {}

    /// Leaves the mails.
    public func run(in office: Office) throws {
        for id in try office.store.reader.untoldAnswers(limit: Self.batch) {
            try office.store.write { writer in
                let now = office.outside.now()
                guard try writer.noteTelling(ofQuote: id, at: now) else { return }
                try writer.leave(.mailAnswer, about: id, at: now)
            }
        }
    }
}
