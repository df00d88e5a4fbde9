import Accounting
import French
import Store

/// The worker looks, once a day, for what is new for the companies that want to be told by mail.
public struct OpenDigests {
    /// The hour in Paris from which a day's mail goes out.
    public static let hour = 8
    /// How many companies one round looks at.
    static let batch = 50

    /// A round.
    public init() {}

    /// Leaves a mail for each company for which something is new.
    public func run(in office: Office) throws {
        let now = office.outside.now()
        guard ParisTime(now).hour >= Self.hour else { return }
        let day = now.parisDay
        for company in try office.store.reader.companiesToDigest(on: day, limit: Self.batch) {
            try office.store.write { writer in
                guard let digest = try writer.openDigest(of: company, on: day) else { return }
                try writer.leave(.mailDigest, about: digest, at: now)
            }
        }
    }
}
