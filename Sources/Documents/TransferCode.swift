public import Accounting
public import Invoicing

/// What the QR code of a bank transfer says, so that a bank's app fills it in (EPC069-12, version 002).
///
/// Twelve lines: service tag, version, character set, kind, BIC, name, IBAN, amount, purpose, structured reference, text,
/// information. What follows the last one used is left out, as the standard wants; the last line repeats the number for
/// the payer's eyes, so that all twelve are there. Print it with error correction level M.
public struct TransferCode: Sendable, Equatable {
    /// The lines, joined by line feeds.
    public let text: String

    /// The code of a transfer; nil when there is nothing to transfer, or more than a transfer can carry.
    ///
    /// - Parameters:
    ///   - bank: the account that receives it.
    ///   - beneficiary: the name of its holder.
    ///   - amount: how much.
    ///   - reference: the number of the invoice, which the receiver reads on the statement.
    public init?(bank: BankDetails, beneficiary: String, amount: Cents, reference: String) {
        guard Self.carries(amount) else { return nil }
        let reference = Transliteration.latin(reference) ?? ""
        let fixed = ["BCD", "002", "1", "SCT"]
        let account = [
            bank.bic?.code ?? "", String((Transliteration.latin(beneficiary) ?? Self.unwritable).prefix(70)),
            bank.iban.compact, "EUR" + amount.figure,
        ]
        let purpose = ["", ""]
        let remittance = String(reference.prefix(140))
        let information = remittance.isEmpty ? "" : String("Facture \(remittance)".prefix(70))
        let lines = fixed + account + purpose + [remittance, information]
        let whole = Self.joined(lines)
        text = whole.utf8.count <= Self.maximumLength ? whole : Self.joined(lines.dropLast())
    }

    /// Whether there is something to transfer, and not more than a transfer can carry.
    public static func carries(_ amount: Cents) -> Bool { amount > .zero && amount <= maximumAmount }

    private static func joined(_ lines: some BidirectionalCollection<String>) -> String {
        let used = lines.reversed().drop(while: \.isEmpty).reversed()
        return used.joined(separator: "\n")
    }

    /// Names a holder whose name has no Latin letters: a name is compulsory, and the account is what counts.
    private static let unwritable = "Titulaire du compte"

    /// 999 999 999,99 €.
    private static let maximumAmount = Cents(99_999_999_999)

    /// In bytes: what a symbol of version 13 at level M carries.
    private static let maximumLength = 331
}
