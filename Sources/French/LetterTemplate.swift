public import Accounting
public import Invoicing

/// A letter with variables in braces, such as {numero}, and what they stand for on an invoice.
public struct LetterTemplate: Sendable {
    private let values: [(name: String, value: String)]

    /// The names of an invoice's variables, in the order in which people are told of them.
    public static let namesOfInvoice = ["document", "numero", "montant", "echeance", "client", "objet", "entreprise"]

    /// The names of the variables that a text may hold.
    public let names: [String]

    /// What the variables stand for on an invoice.
    ///
    /// - Parameters:
    ///   - issued: the invoice.
    ///   - amount: what is to be paid.
    public init(_ issued: IssuedInvoice, amount: Cents) {
        values = [
            ("document", issued.kind.french.lowercased()), ("numero", issued.number.text), ("montant", amount.french),
            ("echeance", issued.dueOn.frenchLong), ("client", issued.buyer.name), ("objet", issued.subject),
            ("entreprise", issued.seller.tradeName ?? issued.seller.name),
        ]
        names = Self.namesOfInvoice
    }

    /// What the variables stand for on a quote.
    ///
    /// - Parameters:
    ///   - number: the quote's number; nil before it has one: its variable stays as it is.
    ///   - amount: what it comes to.
    ///   - validUntil: the last day to accept it.
    ///   - client: whom it is for.
    ///   - subject: what it is about.
    ///   - seller: the name that the client knows.
    public init(
        quote number: String?,
        amount: Cents,
        validUntil: Day,
        client: String,
        subject: String,
        seller: String
    ) {
        let rest = [
            ("montant", amount.french), ("validite", validUntil.frenchLong), ("client", client), ("objet", subject),
            ("entreprise", seller),
        ]
        values = (number.map { [("numero", $0)] } ?? []) + rest
        names = ["numero"] + rest.map(\.0)
    }

    /// A text with each variable replaced by what it stands for; what is no variable stays as it is.
    public func filled(_ text: String) -> String {
        Self.parts(of: text).map { part in
            part.name.flatMap { name in values.first { $0.name == name }?.value } ?? part.text
        }.joined()
    }

    /// Why a text with other words in braces than these names, or with a brace that is not closed, cannot be sent; nil when
    /// it has none.
    public static func objection(to text: String, names: [String]) -> String? {
        let parts = parts(of: text)
        if let unknown = parts.compactMap(\.name).first(where: { !names.contains($0) }) {
            return "{\(unknown)} n’est pas une variable. Vous pouvez écrire \(list(names))."
        }
        guard let open = parts.filter({ $0.name == nil }).compactMap({ $0.text.firstMatch(of: /\{\w+/) }).first else {
            return nil
        }
        return "L’accolade de \(open.output) n’est pas fermée. Vous pouvez écrire \(list(names))."
    }

    /// "{document}, {numero}…", for people.
    public static func list(_ names: [String]) -> String { names.map { "{\($0)}" }.joined(separator: ", ") }

    /// The text in pieces: what stands in braces without white space, and what stands between.
    private static func parts(of text: String) -> [(text: String, name: String?)] {
        var parts: [(text: String, name: String?)] = []
        var rest = text[...]
        while let match = rest.firstMatch(of: /\{([^{}\s]+)\}/) {
            parts.append((String(rest[..<match.range.lowerBound]), nil))
            parts.append((String(match.output.0), String(match.output.1)))
            rest = rest[match.range.upperBound...]
        }
        return parts + [(String(rest), nil)]
    }
}
