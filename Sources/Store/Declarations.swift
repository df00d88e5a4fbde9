public import Accounting
import MariaDB

extension DeclarationRhythm: SQLWord {}

extension StoreReader {
    /// How often a company declares its turnover.
    public func declarationRhythm(of companyID: Int64) throws -> DeclarationRhythm {
        try runner.row("SELECT declares FROM companies WHERE id = \(companyID)").map { try $0["declares"] } ?? .quarter
    }
}

extension StoreWriter {
    /// Changes how often a company declares its turnover.
    public func update(_ companyID: Int64, declares rhythm: DeclarationRhythm) throws {
        try transaction.execute("UPDATE companies SET declares = \(rhythm) WHERE id = \(companyID)")
    }
}
