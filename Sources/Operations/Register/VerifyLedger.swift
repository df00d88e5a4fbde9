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
            let found = try VerifyRegister(companyID: companyID).run(office.store.reader).breaches
            if !found.isEmpty { breaches[companyID] = found }
        }
        return breaches
    }
}
