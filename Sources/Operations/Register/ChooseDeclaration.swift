public import Accounting
import Store

/// A freelancer says how often they declare their turnover to Urssaf.
public struct ChooseDeclaration {
    private let companyID: Int64
    private let rhythm: DeclarationRhythm

    /// - Parameters:
    ///   - companyID: who declares.
    ///   - rhythm: how often.
    public init(companyID: Int64, rhythm: DeclarationRhythm) {
        self.companyID = companyID
        self.rhythm = rhythm
    }

    /// Keeps it.
    public func run(in office: Office) throws {
        try office.store.write { writer in try writer.update(companyID, declares: rhythm) }
    }
}
