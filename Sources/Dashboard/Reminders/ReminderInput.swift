import French
import Invoicing
import Operations
import Store
import Web

/// What stands in the form of the texts.
struct ReminderInput {
    /// The edition that was changed.
    var seen: String
    var subjects: [ReminderStep: String] = [:]
    var messages: [ReminderStep: String] = [:]
    /// « Envoyer les relances automatiquement ».
    var isOn: Bool
    /// « J’ai lu les quatre textes ».
    var hasRead: Bool

    /// The texts as they were kept, or as they are proposed.
    init(_ settings: ReminderSettings, _ seller: Seller) {
        seen = Edition(of: settings).text
        isOn = settings.isOn
        hasRead = settings.isOn
        for (step, kept) in zip(ReminderStep.allCases, settings.texts) {
            let proposed = ReminderLetter(step, seller: seller.tradeName ?? seller.name)
            subjects[step] = kept?.subject ?? proposed.subject
            messages[step] = kept?.message ?? proposed.text
        }
    }

    /// The form as it was sent.
    init(_ form: Form) {
        seen = form.seen?.text ?? ""
        isOn = form["envoi"] == "oui"
        hasRead = form[Self.readField] != nil
        for step in ReminderStep.allCases {
            subjects[step] = form[step.field("objet")] ?? ""
            messages[step] = form[step.field("message")] ?? ""
        }
    }

    /// The name of the box that says that the texts were read.
    static let readField = "textes_lus"

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
        if form["envoi"] == "oui", form[readField] == nil {
            typed.refuse(readField, "Cochez la case quand vous avez lu les quatre textes.")
        }
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
