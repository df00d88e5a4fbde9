import French
import Invoicing
import Store
import Web

/// The texts of the reminders, and the switch.
struct RemindersForm {
    let desk: Desk
    var input: ReminderInput
    var messages: [String: String] = [:]
    /// True when another window has saved them meanwhile.
    var isOvertaken = false

    private static let meanwhile = Meanwhile(change: "Vos relances ont été modifiées", path: CompanyTab.mails.path)

    var html: HTML {
        let (box, message) = (ReminderInput.readField, messages[ReminderInput.readField])
        return """
            <form method="post" action="\(CompanyTab.mails.path)/relances" class="sheet" novalidate>
            \(formToken(desk.member))\(SeenField.html(input.seen))
            <h2>Relances</h2>
            \(if: isOvertaken, Self.meanwhile.html)
            <p class="hint">Variables remplacées pour chaque facture\u{A0}: \
            \(LetterTemplate.list(LetterTemplate.namesOfInvoice)). Le lien de la facture est ajouté à la fin. Une relance ne part ni pendant un \
            paiement, ni après, ni en cas de litige. <a href="/relances">Voir les relances proposées</a></p>
            \(ReminderStep.allCases.map(step))
            <fieldset class="switch"><legend>Envoyer les relances automatiquement</legend>
            <label><input type="radio" name="envoi" value="oui"\(if: input.isOn, " checked")> Oui</label>
            <label><input type="radio" name="envoi" value="non"\(if: !input.isOn, " checked")> Non</label></fieldset>
            <div class="field\(if: message != nil, " wrong")"><label class="box"><input type="checkbox" name="\(box)" value="oui"\
            \(if: input.hasRead, " checked")\
            \(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"\(box)-message\"")> J’ai lu les quatre textes</label>
            \(message.map { "<p class=\"error\" id=\"\(box)-message\">\($0)</p>" as HTML })</div>
            <p class="actions"><button class="button">Enregistrer les relances</button></p>
            </form>
            """
    }

    private func step(_ step: ReminderStep) -> HTML {
        let (subject, text) = (step.field("objet"), step.field("message"))
        return """
            <fieldset><legend>\(step.french)</legend>
            \(FormField(subject, "Objet", value: input.subjects[step] ?? "", message: messages[subject], limit: 150, isRequired: true).html)
            \(FormArea(text, "Message", value: input.messages[step] ?? "", message: messages[text], limit: 3_000, rows: 10).html)
            </fieldset>
            """
    }
}
