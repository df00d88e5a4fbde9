/// The client of an invoice, as the invoice keeps it for ever.
public struct Buyer: Sendable, Equatable {
    /// Whether the client buys for a business.
    public enum Kind: String, Sendable {
        /// A professional: penalties and the 40 € indemnity apply (code de commerce article L441-10, D441-5).
        case business
        /// A consumer.
        case person
    }

    /// Professional or consumer.
    public let kind: Kind
    /// The business's or the person's name.
    public let name: String
    /// The address.
    public let address: Address
    /// The business's number, if known.
    public let siren: SIREN?
    /// The VAT number, if known.
    public let vatNumber: String?
    /// Where invoices are sent, if known.
    public let email: String?

    /// A client.
    public init(kind: Kind, name: String, address: Address, siren: SIREN?, vatNumber: String?, email: String?) {
        self.kind = kind
        self.name = name
        self.address = address
        self.siren = siren
        self.vatNumber = vatNumber
        self.email = email
    }
}
