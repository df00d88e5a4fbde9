import Accounting
import Store

/// The worker takes away what is left of closed companies whose documents the law asks for no more: everything, the register
/// and the documents too.
///
/// A little at a time, so that nobody waits; several workers may do it at once, and one that dies has only begun.
public struct PurgeCompanies {
    /// How many companies one round looks at.
    static let companies = 5
    /// How many parts of each it takes away.
    static let parts = 20

    /// A round.
    public init() {}

    /// Takes some away.
    public func run(in office: Office) throws {
        let now = office.outside.now()
        for id in try office.store.reader.companiesToPurge(at: now, limit: Self.companies) {
            for _ in 1...Self.parts {
                let isMore = try office.store.write { writer in
                    try writer.lockToPurge(id, at: now) && writer.purgeSome(of: id)
                }
                guard isMore else { break }
            }
        }
    }
}
