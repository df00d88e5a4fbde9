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
    /// The place of business, if it is printed.
    public let siret: SIRET?
    /// How clients reach the seller.
    public let contact: Contact
    /// What the law wants from some trades.
    public let notices: SellerNotices

    /// A seller.
    public init(
        name: String,
        tradeName: String?,
        address: Address,
        siren: SIREN,
        vatNumber: String?,
        isUnderFranchise: Bool,
        activity: Activity,
        bank: BankDetails?,
        siret: SIRET? = nil,
        contact: Contact = Contact(),
        notices: SellerNotices = SellerNotices()
    ) {
        self.name = name
        self.tradeName = tradeName
        self.address = address
        self.siren = siren
        self.vatNumber = vatNumber
        self.isUnderFranchise = isUnderFranchise
        self.activity = activity
        self.bank = bank
        self.siret = siret
        self.contact = contact
        self.notices = notices
    }

    /// The name as the law wants it: with "EI" right after (code de commerce article R526-27).
    public var legalName: String { name + " EI" }
}

/// How clients reach a seller; each may be missing.
public struct Contact: Sendable, Equatable {
    /// The address for mail.
    public let email: String?
    /// The telephone number, as typed.
    public let phone: String?

    /// A contact.
    public init(email: String? = nil, phone: String? = nil) {
        self.email = email
        self.phone = phone
    }
}

/// What the law wants on the invoices of some sellers; each may be missing.
public struct SellerNotices: Sendable, Equatable {
    /// Where the business is registered, such as "RCS Lyon" (code de commerce article R123-237).
    public let registration: String?
    /// The insurer of a building trade, with contact and area (code des assurances article L243-2).
    public let insurance: String?
    /// The mediator whom consumers may turn to (code de la consommation article L616-1).
    public let mediator: String?
    /// True when VAT is paid on debits by choice (CGI annexe II article 242 nonies A I-11° bis).
    public let paysVATOnDebits: Bool

    /// Notices.
    public init(
        registration: String? = nil,
        insurance: String? = nil,
        mediator: String? = nil,
        paysVATOnDebits: Bool = false
    ) {
        self.registration = registration
        self.insurance = insurance
        self.mediator = mediator
        self.paysVATOnDebits = paysVATOnDebits
    }
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
