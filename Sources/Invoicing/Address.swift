/// A postal address, as it is printed on an invoice (CGI annexe II article 242 nonies A I-1°).
public struct Address: Sendable, Equatable {
    /// Number and street, and what completes them.
    public let street: String
    /// The postal code.
    public let postalCode: String
    /// The town.
    public let city: String
    /// The country, two letters (ISO 3166-1).
    public let country: String

    /// An address.
    public init(street: String, postalCode: String, city: String, country: String = "FR") {
        self.street = street
        self.postalCode = postalCode
        self.city = city
        self.country = country
    }

    /// True when nothing says where in the country.
    public var isBlank: Bool { (street + postalCode + city).allSatisfy(\.isWhitespace) }
}
