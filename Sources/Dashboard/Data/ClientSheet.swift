import Exports
import French
import Invoicing
import Store
import Web

/// A table of clients that somebody brings along, held to the rules of the form.
struct ClientSheet {
    /// A line of the table.
    struct Line {
        let number: Int
        let name: String
        let reading: Reading<ClientCard>
    }

    let lines: [Line]

    /// Nil when no column is called « Nom ».
    init?(_ table: CSVTable) {
        let fields = table.header.map(Self.field)
        guard fields.contains("name") else { return nil }
        lines = table.lines.map { line in
            let cells = zip(fields, line.cells).compactMap { field, cell in field.map { ($0, cell) } }
            let form = Self.form(Dictionary(cells) { first, second in first.isEmpty ? second : first })
            return Line(number: line.number, name: form["name"] ?? "", reading: ClientInput.read(form))
        }
    }

    /// The headers of the file to fill in, which are those of our own export.
    static let template = [
        "Nom", "Type", "Adresse", "Code postal", "Ville", "Pays", "SIREN", "SIRET", "Numéro de TVA", "E-mail",
        "Téléphone", "Notes",
    ]

    /// The field of the form that a column is for; nil for a column that we do not know.
    private static func field(_ header: String) -> String? {
        let word = String(header.lowercased().unicodeScalars.filter { $0.properties.isAlphabetic }.map(Self.plain))
        return words.first { $0.value.contains(word) }?.key
    }

    /// A letter without its accent.
    private static func plain(_ scalar: Unicode.Scalar) -> Character {
        switch scalar {
        case "é", "è", "ê", "ë": "e"
        case "à", "â": "a"
        case "î", "ï": "i"
        case "ô": "o"
        case "ç": "c"
        default: Character(scalar)
        }
    }

    private static let words: [String: Set<String>] = [
        "name": ["nom", "raisonsociale", "societe", "client", "nomduclient", "denomination", "entreprise", "name"],
        "kind": ["type", "typedeclient", "genre"],
        "street": ["adresse", "rue", "adressepostale", "voie", "address"],
        "postal_code": ["codepostal", "cp", "zip"],
        "city": ["ville", "commune", "city"],
        "country": ["pays", "codepays", "country"],
        "siren": ["siren", "numerosiren", "nsiren"],
        "siret": ["siret", "numerosiret", "nsiret"],
        "vat_number": ["numerodetva", "tva", "tvaintracommunautaire", "numerodetvaintracommunautaire", "ntva"],
        "email": ["email", "adresseemail", "courriel", "mail", "adressemail", "mel"],
        "phone": ["telephone", "tel", "portable", "mobile"],
        "notes": ["notes", "note", "remarques", "commentaire"],
    ]

    /// What the form of a client would have said.
    private static func form(_ cells: [String: String]) -> Form {
        var cells = cells.mapValues(\.visible.trimmed)
        if cells["siren", default: ""].isEmpty, let siret = cells["siret"]?.filter(\.isNumber), siret.count == 14 {
            cells["siren"] = String(siret.prefix(9))
        }
        cells["kind"] = kind(cells)
        cells["country"] = country(cells["country"] ?? "")
        return Form(cells.map { Form.Field($0.key, $0.value) })
    }

    /// Who has a number of companies is one; of whom nothing is said, a person.
    private static func kind(_ cells: [String: String]) -> String {
        switch (cells["kind"] ?? "").lowercased() {
        case "": isCompany(cells) ? Buyer.Kind.business.rawValue : Buyer.Kind.person.rawValue
        case "professionnel", "pro", "entreprise", "société", "societe": Buyer.Kind.business.rawValue
        case "particulier", "personne": Buyer.Kind.person.rawValue
        case let other: other
        }
    }

    private static func isCompany(_ cells: [String: String]) -> Bool {
        ["siren", "siret", "vat_number"].contains { cells[$0]?.isEmpty == false }
    }

    private static func country(_ text: String) -> String {
        guard !text.isEmpty else { return "FR" }
        return Countries.all.first { $0.name.lowercased() == text.lowercased() }?.code ?? text.uppercased()
    }
}
