import Accounting
import Invoicing
import Operations
import Web

/// What stands in the form of a credit note.
struct CreditNoteInput {
    /// How the seller says what is taken back.
    enum Mode: String, CaseIterable {
        case all = "tout"
        case amount = "montant"
        case lines = "lignes"

        /// The name under which something is said of what this one takes back.
        var place: String {
            switch self {
            case .all: CreditNoteInput.whole
            case .amount: "amount"
            case .lines: "lines"
            }
        }
    }

    /// The name under which something is said of the invoice as a whole.
    static let whole = "whole"

    var mode: Mode
    var amount: String
    var reason: String
    /// How much of each line, by its place in the invoice.
    var quantities: [Int: String] = [:]
    /// What makes a form sent twice one credit note.
    var key: String

    /// The form with these texts.
    init(mode: Mode, amount: String, reason: String, key: String) {
        self.mode = mode
        self.amount = amount
        self.reason = reason
        self.key = key
    }

    /// What the form says.
    struct Note {
        let scope: CreditedContent.Scope
        let reason: String
        let key: Token
    }

    /// The form as it was sent, to be sent again.
    init(_ form: Form, in outside: Outside) {
        self.init(form, key: form.key(in: outside).text)
    }

    private init(_ form: Form, key: String) {
        self.init(
            mode: form["portee"].flatMap(Mode.init) ?? .amount,
            amount: form["amount"] ?? "",
            reason: form["reason"] ?? "",
            key: key
        )
        for place in 0..<Draft.maximumLineCount {
            guard let text = form[Self.quantityField(place)], !text.trimmed.isEmpty else { continue }
            quantities[place] = text
        }
    }

    /// The name of the field of a line's quantity.
    static func quantityField(_ place: Int) -> String { "quantity-\(place)" }

    /// What the form says, or what is wrong with it.
    static func read(_ form: Form) -> Reading<Note> {
        var typed = Typed(form)
        let scope = scope(CreditNoteInput(form, key: ""), &typed)
        let reason = typed.required("reason", "Indiquez le motif de l’avoir.")
        let key = typed.key(of: form)
        guard typed.isSound, let scope, let key else { return .wrong(typed.messages) }
        return .sound(Note(scope: scope, reason: reason, key: key))
    }

    private static func scope(_ input: CreditNoteInput, _ typed: inout Typed) -> CreditedContent.Scope? {
        switch input.mode {
        case .all: return .rest
        case .amount:
            let amount = typed.value("amount", "Indiquez un montant, par exemple 150,00.") { Cents(euros: $0) }
            if amount == nil { typed.refuse("amount", "Indiquez un montant, par exemple 150,00.") }
            return amount.map(CreditedContent.Scope.amount)
        case .lines:
            var quantities: [Int: Quantity] = [:]
            for (place, text) in input.quantities where text.trimmed != "0" {
                quantities[place] = Quantity(text)
                if quantities[place] == nil {
                    typed.refuse(quantityField(place), "Un nombre supérieur à 0, 4 décimales au plus.")
                }
            }
            return .lines(quantities)
        }
    }
}
