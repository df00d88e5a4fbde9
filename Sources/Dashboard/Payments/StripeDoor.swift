import Store
import Web

/// Buttons that lead to the freelancer's own pages at Stripe, where money is given back and disputes are answered.
struct StripeDoor {
    private let member: Session
    private var rows: [String: Int64] = [:]

    /// - Parameters:
    ///   - member: who goes there.
    ///   - accounts: the accounts at Stripe that they may go to.
    ///   - reader: which rows these have.
    /// - Throws: the database's error.
    init(_ member: Session, to accounts: [String], _ reader: StoreReader) throws {
        self.member = member
        for name in Set(accounts) { rows[name] = try reader.account(named: name)?.id }
    }

    /// The button to a payment on an account, with or without emphasis.
    func button(_ label: String, account: String, payment: String, isFirst: Bool = false) -> HTML? {
        guard let row = rows[account] else { return nil }
        return """
            <form method="post" action="/stripe/tableau-de-bord">\(formToken(member))
            <input type="hidden" name="compte" value="\(row)">
            <input type="hidden" name="paiement" value="\(payment)">
            <button\(if: isFirst, " class=\"button\"")>\(label)</button></form>
            """
    }
}
