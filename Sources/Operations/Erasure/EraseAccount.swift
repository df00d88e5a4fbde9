import Accounting
import Store

/// A freelancer closes their account: what the law asks for is kept until its day, everything else goes now.
///
/// Stripe is disconnected as by « Déconnecter Stripe »: the worker closes what is open there. Links of issued invoices go on
/// opening them, without online payment.
public struct EraseAccount {
    private let userID: Int64
    private let companyID: Int64
    private let password: String
    private let code: String

    /// - Parameters:
    ///   - userID: whose account.
    ///   - companyID: their company.
    ///   - password: as they typed it.
    ///   - code: the one their telephone shows, or a recovery code, when a second factor is on.
    public init(userID: Int64, companyID: Int64, password: String, code: String) {
        self.userID = userID
        self.companyID = companyID
        self.password = password
        self.code = code
    }

    /// Closes it.
    ///
    /// - Throws: ``SecurityRefusal``.
    public func run(in office: Office) throws {
        let user = try CheckPassword(userID: userID, password: password).run(in: office)
        let nobodys = try PasswordHash(Token.random(from: office.outside).text, outside: office.outside)
        if try office.store.reader.secondFactor(of: userID) == nil {
            try office.store.write { try close(user, nobodys, $0, at: office.outside.now()) }
        } else {
            try office.checkingCode(code, of: user) { try close(user, nobodys, $0, at: $1) }
        }
    }

    private func close(_ user: User, _ nobodys: PasswordHash, _ writer: StoreWriter, at now: Instant) throws {
        try writer.lockCompany(companyID)
        if let account = try writer.reader.connectedAccount(of: companyID) {
            try writer.disconnect(account, by: .seller, at: now)
            try writer.leave(.leaveAccount, about: account.id, at: now)
        }
        try writer.erase(.clients(of: companyID), at: now)
        let day = try writer.reader.lastDayOfRetention(of: companyID)
        try writer.eraseCompany(companyID, keptUntil: day, at: now)
        try writer.closeAccount(user.id, passwordHash: nobodys.encoded)
        // The last one: what was to be written before is gone with the account.
        try writer.addLetter(.accountClosed, to: user.email, about: user.id, at: now)
    }
}
