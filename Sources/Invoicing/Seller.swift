public import Accounting

/// The micro-entrepreneur who issues an invoice, as the invoice keeps it for ever.
public struct Seller: Sendable, Equatable {
    /// First and last name, without "EI".
    public let name: String
    /// The trade name, if any.
    public let tradeName: String?
    /// The address of the business.
    public let address: Address
    /// The business's number.
    public let siren: SIREN
    /// The VAT number, if it has one.
    public let vatNumber: String?
    /// True under the franchise of CGI article 293 B: no VAT may be written at all (CGI article 283-3).
    public let isUnderFranchise: Bool
    /// What the seller does.
    public let activity: Activity
    /// Where to send a transfer, if it is printed.
    public let bank: BankDetails?

    /// A seller.
    public init(
        name: String,
        tradeName: String?,
        address: Address,
        siren: SIREN,
        vatNumber: String?,
        isUnderFranchise: Bool,
        activity: Activity,
        bank: BankDetails?
    ) {
        self.name = name
        self.tradeName = tradeName
        self.address = address
        self.siren = siren
        self.vatNumber = vatNumber
        self.isUnderFranchise = isUnderFranchise
        self.activity = activity
        self.bank = bank
    }

    /// The name as the law wants it: with "EI" right after (code de commerce article R526-27).
    public var legalName: String { name + " EI" }
}

/// Where a client sends a transfer.
public struct BankDetails: Sendable, Equatable {
    /// The account.
    public let iban: IBAN
    /// The bank, needed only outside the European Economic Area.
    public let bic: BIC?

    /// Bank details.
    public init(iban: IBAN, bic: BIC?) {
        self.iban = iban
        self.bic = bic
    }
}
