public import Accounting
public import Invoicing

/// A letter with variables in braces, such as {numero}, and what they stand for on an invoice.
public struct LetterTemplate: Sendable {
    private let values: [(name: String, value: String)]

    /// The names of the variables, in the order in which people are told of them.
    public static let names = ["document", "numero", "montant", "echeance", "client", "objet", "entreprise"]

    /// What the variables stand for.
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
    }

    /// A text with each variable replaced by what it stands for; what is no variable stays as it is.
    public func filled(_ text: String) -> String {
        Self.parts(of: text).map { part in
            part.name.flatMap { name in values.first { $0.name == name }?.value } ?? part.text
        }.joined()
    }

    /// The words in braces that are no variables, in their order.
    public static func unknownNames(in text: String) -> [String] {
        parts(of: text).compactMap(\.name).filter { !names.contains($0) }
    }

    /// Why a text cannot be sent as it is; nil when it can.
    public static func objection(to text: String) -> String? {
        guard let unknown = unknownNames(in: text).first else { return nil }
        return "{\(unknown)} n’est pas une variable. Vous pouvez écrire \(list)."
    }

    /// "{document}, {numero}…", for people.
    public static var list: String { names.map { "{\($0)}" }.joined(separator: ", ") }

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
