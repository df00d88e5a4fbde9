import Accounting
import Operations
import Web

/// What stands in the form of a credit note.
struct CreditNoteInput {
    let amount: String
    let reason: String
    /// What makes a form sent twice one credit note.
    let key: String

    /// The form with these texts.
    init(amount: String, reason: String, key: String) {
        self.amount = amount
        self.reason = reason
        self.key = key
    }

    /// What the form says.
    struct Note {
        let amount: Cents
        let reason: String
        let key: Token
    }

    /// The form as it was sent.
    init(_ form: Form) {
        self.init(amount: form["amount"] ?? "", reason: form["reason"] ?? "", key: form["cle"] ?? "")
    }

    /// What the form says, or what is wrong with it.
    static func read(_ form: Form) -> Reading<Note> {
        var typed = Typed(form)
        let amount = typed.value("amount", "Indiquez un montant, par exemple 150,00.") { Cents(euros: $0) }
        if amount == nil { typed.refuse("amount", "Indiquez un montant, par exemple 150,00.") }
        let reason = typed.required("reason", "Indiquez le motif de l’avoir.")
        guard typed.isSound, let amount, let key = Token(form["cle"] ?? "") else { return .wrong(typed.messages) }
        return .sound(Note(amount: amount, reason: reason, key: key))
    }
}
