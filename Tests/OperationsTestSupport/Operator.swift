public import Dashboard

extension Operator {
    /// Nobody: a site of a test.
    public static let fictitious = Operator(
        name: "NeedMe Exemple",
        legalForm: "SAS au capital de 1 €",
        address: "1 rue de l’Exemple, 00000 Exempleville",
        siren: "000 000 000",
        registration: nil,
        vatNumber: nil,
        director: "Dominique Exemple",
        email: "contact@needme.example",
        phone: "01 99 00 00 00",
        host: Operator.Host(name: "Hébergeur Exemple", address: "2 rue de l’Exemple", phone: "01 99 00 00 01"),
        mailCarrier: nil
    )
}
