import Operations
import Web

/// What stands in the forms under a quote, as texts.
struct QuoteAnswerInput {
    var decision = ""
    var name = ""
    var agreed = false
    var reason = ""

    /// The forms as the client finds them.
    init() {}

    /// The form as it was sent.
    init(_ form: Form) {
        decision = form["decision"] ?? ""
        name = form["nom"] ?? ""
        agreed = form["accord"] != nil
        reason = form["motif"] ?? ""
    }

    /// What the form says.
    struct Answer {
        let name: String
        let decision: QuoteDecision
    }

    /// What the form says, or what is wrong with it.
    static func read(_ form: Form) -> Reading<Answer> {
        var typed = Typed(form)
        let isAcceptance = form["decision"] != "refus"
        let name = typed.checked(form["nom"] ?? "", as: isAcceptance ? "nom" : "nom-refus", limit: 100)
        if name.isEmpty { typed.refuse(isAcceptance ? "nom" : "nom-refus", "Indiquez votre nom.") }
        if isAcceptance, form["accord"] == nil {
            typed.refuse("accord", "Cochez «\u{A0}Bon pour accord\u{A0}» pour accepter.")
        }
        let reason = typed.checkedLines(form["motif"] ?? "", as: "motif", limit: 1_000)
        if !isAcceptance, reason.isEmpty { typed.refuse("motif", "Dites en quelques mots pourquoi.") }
        guard typed.isSound else { return .wrong(typed.messages) }
        return .sound(Answer(name: name, decision: isAcceptance ? .accept : .decline(reason: reason)))
    }
}
