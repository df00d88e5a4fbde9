public import Accounting
import Store

/// The operator checks that a company's register is whole.
public struct VerifyLedger {
    /// All companies that have a register.
    public init() {}

    /// - Returns: what does not hold, by company; empty when every register is whole.
    public func run(in office: Office) throws -> [Int64: [RegisterBreach]] {
        var breaches: [Int64: [RegisterBreach]] = [:]
        for companyID in try office.store.reader.companiesWithRegister() {
            let found = try Self.breaches(of: companyID, office)
            if !found.isEmpty { breaches[companyID] = found }
        }
        return breaches
    }

    private static func breaches(of companyID: Int64, _ office: Office) throws -> [RegisterBreach] {
        let reader = office.store.reader
        let head = try reader.registerHead(of: companyID)
        let lines = try reader.registerLines(of: companyID, limit: .max)
        return RegisterChain(digest: sha256).breaches(in: lines, head: head)
    }
}
