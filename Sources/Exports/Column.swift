public import Accounting
import French

/// A column of a table that is taken away: what it is called, and how its values are written for people.
public struct Column: Sendable, Equatable {
    /// Its name in the database, as JSON keeps it.
    public let name: String

    /// A column of this name.
    public init(_ name: String) {
        self.name = name
    }

    /// Its header for people; its own name when nobody gave it another.
    public var header: String {
        let places = ["_cents", "_ten_thousandths", "_millionths"].first { name.hasSuffix($0) }
        let root = places.map { String(name.dropLast($0.count)) } ?? name
        return Self.words[root] ?? root
    }

    /// A whole number as it is written for people: amounts in euros, with a comma.
    public func cell(_ number: Int64) -> CSV.Cell {
        let places = Self.places.first { name.hasSuffix($0.key) }?.value ?? 0
        return .plain(Self.decimal(number, places: places))
    }

    /// A text as it is written for people: days and moments as in France, in Paris.
    public func cell(_ text: String) -> CSV.Cell {
        if name.hasSuffix("_on"), let day = Day(iso: text) { return .plain(day.frenchShort) }
        return .text(text)
    }

    private static let places = ["_cents": 2, "_ten_thousandths": 4, "_millionths": 6, "vat_rate": 2, "discount": 2]

    private static func decimal(_ number: Int64, places: Int) -> String {
        guard places > 0 else { return String(number) }
        var digits = String(number.magnitude)
        while digits.count <= places { digits = "0" + digits }
        return (number < 0 ? "-" : "") + digits.dropLast(places) + "," + digits.suffix(places)
    }

    private static let words = [
        "id": "Identifiant", "company_id": "Entreprise", "client_id": "Identifiant du client", "name": "Nom",
        "invoice_id": "Identifiant de la facture", "number": "Numéro", "subject": "Objet", "state": "État",
        "street": "Adresse", "postal_code": "Code postal", "city": "Ville", "country": "Pays", "siren": "SIREN",
        "siret": "SIRET", "vat_number": "Numéro de TVA", "email": "E-mail", "phone": "Téléphone", "kind": "Genre",
        "created_at": "Créé le (UTC)", "updated_at": "Modifié le (UTC)", "issued_on": "Émis le", "due_on": "Échéance",
        "issued_at": "Émis à (UTC)", "supplied_on": "Date de la prestation", "total": "Total TTC", "paid": "Encaissé",
        "paid_on": "Payé le", "means": "Mode de règlement", "amount": "Montant", "net": "Montant HT", "tax": "TVA",
        "gross": "Montant TTC", "reference": "Référence", "received_on": "Encaissé le", "designation": "Désignation",
        "quantity": "Quantité", "unit": "Unité", "price": "Prix unitaire HT", "vat_rate": "Taux de TVA",
        "discount": "Remise (%)", "position": "Ligne", "sequence": "N° d’ordre", "document": "N° de pièce",
        "client": "Client", "nature": "Nature", "activity": "Catégorie", "fingerprint": "Empreinte",
        "recorded_at": "Inscrit à (UTC)", "reason": "Motif", "buyer_name": "Client", "seller_name": "Vendeur",
        "mentions": "Mentions", "note": "Note", "read_at": "Lu à (UTC)", "recipient": "Destinataire",
        "message": "Message", "token": "Lien",
    ]
}
