import French
import Invoicing
import Store
import Web

/// What stands in the form of the texts.
struct ReminderInput {
    var subjects: [ReminderStep: String] = [:]
    var messages: [ReminderStep: String] = [:]
    /// « Envoyer les relances automatiquement ».
    var isOn: Bool

    /// The texts as they were kept, or as they are proposed.
    init(_ texts: [ReminderStep: ReminderText], _ seller: Seller, isOn: Bool) {
        self.isOn = isOn
        for step in ReminderStep.allCases {
            let proposed = ReminderLetter(step, seller: seller.tradeName ?? seller.name)
            subjects[step] = texts[step]?.subject ?? proposed.subject
            messages[step] = texts[step]?.message ?? proposed.text
        }
    }

    /// The form as it was sent.
    init(_ form: Form) {
        isOn = form["envoi"] == "oui"
        for step in ReminderStep.allCases {
            subjects[step] = form[step.field("objet")] ?? ""
            messages[step] = form[step.field("message")] ?? ""
        }
    }

    /// What the form says, or what is wrong with it.
    static func read(_ form: Form) -> Reading<[ReminderStep: ReminderText]> {
        var typed = Typed(form)
        var texts: [ReminderStep: ReminderText] = [:]
        for step in ReminderStep.allCases {
            let subject = typed.required(step.field("objet"), "Indiquez l’objet de l’e-mail.", limit: 150)
            let message = typed.lines(step.field("message"), "Écrivez un message.", limit: 3_000)
            for (name, words) in [("objet", subject), ("message", message)] {
                if let objection = LetterTemplate.objection(to: words, names: LetterTemplate.namesOfInvoice) {
                    typed.refuse(step.field(name), objection)
                }
            }
            texts[step] = ReminderText(subject: subject, message: message)
        }
        let isOn = form["envoi"] == "oui"
        if isOn, form["lu"] == nil { typed.refuse("lu", "Cochez la case quand vous avez lu les quatre textes.") }
        return typed.isSound ? .sound(texts) : .wrong(typed.messages)
    }
}

extension ReminderStep {
    /// The name of a field about this step.
    func field(_ name: String) -> String {
        switch self {
        case .before: name + "-avant"
        case .onTheDay: name + "-jour"
        case .late: name + "-retard"
        case .last: name + "-dernier"
        }
    }
}
