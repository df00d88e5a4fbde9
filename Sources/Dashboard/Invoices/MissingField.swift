import Invoicing

extension MissingMention {
    /// Where what is missing is written down.
    struct Field {
        let path: String
        let anchor: String
        let label: String
    }

    /// - Parameters:
    ///   - draft: the invoice that cannot be issued.
    ///   - client: its client.
    /// - Returns: the page and the field.
    func field(draft: Int64, client: Int64?) -> Field {
        switch self {
        case .sellerVATNumber: Field(path: "/entreprise", anchor: "vat_number", label: "Mon entreprise, numéro de TVA")
        case .buyerAddress: clientField(client, "street", "Fiche du client, adresse")
        case .buyerVATNumber: clientField(client, "vat_number", "Fiche du client, numéro de TVA")
        case .buyerCountry: clientField(client, "country", "Fiche du client, pays")
        case .buyerSIREN: clientField(client, "siren", "Fiche du client, SIREN")
        case .supplyDate:
            Field(path: "/factures/\(draft)", anchor: "supplied_on", label: "Brouillon, date de la prestation")
        }
    }

    private func clientField(_ client: Int64?, _ anchor: String, _ label: String) -> Field {
        Field(path: client.map { "/clients/\($0)/modifier" } ?? "/clients", anchor: anchor, label: label)
    }
}
