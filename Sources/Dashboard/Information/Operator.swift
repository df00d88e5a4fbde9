/// Who runs the site, and on whose machines: what the law wants said to whoever visits it.
///
/// Loi n° 2004-575 du 21 juin 2004, article 6, III, which became article 1-1 in 2024.
public struct Operator: Sendable {
    /// On whose machines the site runs.
    public struct Host: Sendable {
        let name: String
        let address: String
        let phone: String

        /// A host, as it is printed.
        public init(name: String, address: String, phone: String) {
            self.name = name
            self.address = address
            self.phone = phone
        }
    }

    let name: String
    let legalForm: String
    let address: String
    let siren: String
    let registration: String?
    let vatNumber: String?
    let director: String
    let email: String
    let phone: String
    let host: Host
    let mailCarrier: String?

    /// An operator, as it is printed.
    ///
    /// - Parameters:
    ///   - name: the company's name, or the person's.
    ///   - legalForm: "SAS au capital de 10 000 €", "entrepreneur individuel".
    ///   - address: where it has its seat, on one line.
    ///   - siren: its number, in groups of three.
    ///   - registration: "RCS Rennes"; nil when it is not registered.
    ///   - vatNumber: its number; nil when it has none.
    ///   - director: « directeur de la publication », a person.
    ///   - email: where one writes to it, also about personal data.
    ///   - phone: where one calls it.
    ///   - host: on whose machines the site runs.
    ///   - mailCarrier: who carries its mail; nil when nobody but the host does.
    public init(
        name: String,
        legalForm: String,
        address: String,
        siren: String,
        registration: String?,
        vatNumber: String?,
        director: String,
        email: String,
        phone: String,
        host: Host,
        mailCarrier: String?
    ) {
        self.name = name
        self.legalForm = legalForm
        self.address = address
        self.siren = siren
        self.registration = registration
        self.vatNumber = vatNumber
        self.director = director
        self.email = email
        self.phone = phone
        self.host = host
        self.mailCarrier = mailCarrier
    }
}
