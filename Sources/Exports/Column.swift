import Accounting
import French

/// A column of a table for people: what it is called, and how its values are written.
public struct Column: Sendable, Equatable {
    private let name: String

    /// The column of this name in the database.
    public init(_ name: String) {
        self.name = name
    }

    /// Its header.
    public var header: String {
        let unit = ["_cents", "_ten_thousandths", "_millionths"].first { name.hasSuffix($0) }
        let root = unit.map { String(name.dropLast($0.count)) } ?? name
        return Self.headers[root] ?? root
    }

    /// A whole number: an amount in euros, a rate in percent, a yes or a no.
    public func cell(_ number: Int64) -> CSV.Cell {
        if name.hasPrefix("is_") { return .plain(number == 0 ? "Non" : "Oui") }
        let places = Self.places.first { name.hasSuffix($0.key) }?.value ?? 0
        return .plain(Self.decimal(number, places: places))
    }

    /// A text; a day as in France, a state in its word.
    public func cell(_ text: String) -> CSV.Cell {
        if name.hasSuffix("_on") || name == "valid_until", let day = Day(iso: text) { return .plain(day.frenchShort) }
        if name == "kind" || name == "state" { return .text(Self.words[text] ?? text) }
        return .text(text)
    }

    private static let places = ["_cents": 2, "_ten_thousandths": 4, "_millionths": 6, "vat_rate": 2, "discount": 2]

    /// A decimal with at least two places where it has any, as amounts are written.
    private static func decimal(_ number: Int64, places: Int) -> String {
        guard places > 0 else { return String(number) }
        var digits = String(number.magnitude)
        digits = String(repeating: "0", count: max(0, places + 1 - digits.count)) + digits
        var fraction = String(digits.suffix(places))
        while fraction.count > 2, fraction.hasSuffix("0") { fraction.removeLast() }
        return (number < 0 ? "-" : "") + digits.dropLast(places) + "," + fraction
    }

    private static let words = [
        "business": "Professionnel", "person": "Particulier", "draft": "Brouillon", "open": "À encaisser",
        "processing": "Paiement en cours", "paid": "Payée", "cancelled": "Annulée", "sent": "Envoyé", "seen": "Vu",
        "accepted": "Accepté", "refused": "Refusé",
    ]

    private static let headers = [
        "name": "Nom", "kind": "Type", "street": "Adresse", "postal_code": "Code postal", "city": "Ville",
        "country": "Pays", "siren": "SIREN", "siret": "SIRET", "vat_number": "Numéro de TVA", "email": "E-mail",
        "phone": "Téléphone", "notes": "Notes", "is_archived": "Archivé", "designation": "Désignation",
        "unit": "Unité", "price": "Prix unitaire HT", "vat_rate": "Taux de TVA (%)", "discount": "Remise (%)",
        "quantity": "Quantité", "position": "Ligne", "number": "Numéro", "state": "État", "issued_on": "Émis le",
        "due_on": "Échéance", "client": "Client", "subject": "Objet", "net": "Montant HT", "tax": "TVA",
        "disbursed": "Débours", "is_disbursement": "Débours",
        "gross": "Montant TTC", "waived": "Avoirs", "paid": "Encaissé", "paid_on": "Payée le",
        "means": "Mode de règlement", "invoice": "Facture", "amount": "Montant", "reason": "Motif",
        "received_on": "Encaissé le", "note": "Note", "reference": "Référence chez Stripe",
        "platform_fee": "Commission", "stripe_fee": "Frais Stripe", "sent_on": "Envoyé le",
        "valid_until": "Valable jusqu’au", "total": "Montant TTC",
    ]
}
