import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    func keepTexts(_ desk: Desk, _ visit: Visit) throws -> Response {
        switch ReminderInput.read(visit.form) {
        case .wrong(let messages): return try reminders(desk, ReminderInput(visit.form), messages, status: 422)
        case .sound(let texts):
            let isOn = visit.form["envoi"] == "oui"
            try KeepReminders(companyID: desk.companyID, texts: texts, isOn: isOn).run(in: office)
            return .redirect(to: "/relances")
        }
    }

    /// « Relancer »: the step that the invoice has reached.
    func remind(_ desk: Desk, _ id: Int64) throws -> Response {
        try RemindClient(companyID: desk.companyID, invoiceID: id).run(in: office)
        return .redirect(to: "/factures/\(id)")
    }

    func reminders(
        _ desk: Desk,
        _ input: ReminderInput,
        _ messages: [String: String] = [:],
        status: Int = 200
    ) throws -> Response {
        let proposals = try reader.reminderProposals(of: desk.companyID, on: today, limit: 51)
        let isOn = try reader.remindersAreOn(of: desk.companyID)
        let state: HTML =
            isOn
            ? "<p class=\"success\">Les relances partent d’elles-mêmes, après vérification auprès de Stripe.</p>"
            : "<p class=\"notice\">Rien ne part sans vous\u{A0}: lisez les textes ci-dessous pour activer l’envoi automatique.</p>"
        let body: HTML = """
            <h1>Relances</h1>
            \(state)
            \(proposals.isEmpty ? nothing : table(desk, proposals))
            \(RemindersForm(desk: desk, input: input, isOn: isOn, messages: messages).html)
            """
        return layout("Relances", desk, at: .invoices).response(status: status, body)
    }

    private var nothing: HTML {
        "<div class=\"empty\"><p>Aucune relance à proposer aujourd’hui.</p></div>"
    }

    private func table(_ desk: Desk, _ proposals: [ReminderProposal]) -> HTML {
        let rows: [HTML] = proposals.prefix(50).map { proposal in
            let invoice = proposal.summary.invoice
            return """
                <tr><th scope="row" class="number"><a href="/factures/\(invoice.id)">\(invoice.number ?? "")</a></th>
                <td data-label="Client">\(proposal.summary.clientName)</td>
                <td data-label="Échéance">\(invoice.dueOn?.frenchShort ?? "–")</td>
                <td data-label="Relance">\(proposal.step.french)</td>
                <td class="amount" data-label="Reste à payer">\(invoice.state.due.french)</td>
                <td><form method="post" action="/relances/\(invoice.id)">\(formToken(desk.member))
                <button class="quiet">Relancer<span class="unseen"> \(invoice.number ?? "")</span></button></form></td></tr>
                """
        }
        return """
            <div class="scroll"><table class="list"><caption>Relances proposées, la plus ancienne échéance d’abord\
            \(if: proposals.count > 50, " (les 50 premières)")</caption>
            <thead><tr><th scope="col">N°</th><th scope="col">Client</th><th scope="col">Échéance</th>\
            <th scope="col">Relance</th><th scope="col" class="amount">Reste à payer</th><th scope="col">Envoi</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}

/// The texts of the reminders, and the switch.
private struct RemindersForm {
    let desk: Desk
    let input: ReminderInput
    let isOn: Bool
    let messages: [String: String]

    var html: HTML {
        let message = messages["lu"]
        return """
            \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">Vérifiez les champs signalés ci-dessous.</p>")
            <form method="post" action="/relances/textes" class="sheet" novalidate>\(formToken(desk.member))
            <h2>Textes et envoi automatique</h2>
            <p class="hint">\(ReminderLetter.numberPlace), \(ReminderLetter.amountPlace) et \(ReminderLetter.duePlace) sont \
            remplacés pour chaque facture\u{A0}; le lien de la facture est ajouté à la fin. Une relance ne part ni pendant un paiement, ni après, ni en cas de litige.</p>
            \(ReminderStep.allCases.map(step))
            <div class="field\(if: message != nil, " wrong")"><label class="box"><input type="checkbox" name="lu" value="oui"\
            \(if: message != nil, " aria-invalid=\"true\" aria-describedby=\"lu-message\"")> J’ai lu les quatre textes</label>
            \(message.map { "<p class=\"error\" id=\"lu-message\">\($0)</p>" as HTML })</div>
            <fieldset class="switch"><legend>Envoyer les relances automatiquement</legend>
            <label><input type="radio" name="envoi" value="oui"\(if: isOn, " checked")> Oui</label>
            <label><input type="radio" name="envoi" value="non"\(if: !isOn, " checked")> Non</label></fieldset>
            <p class="actions"><button class="button">Enregistrer</button></p>
            </form>
            """
    }

    private func step(_ step: ReminderStep) -> HTML {
        let (subject, text) = (step.field("objet"), step.field("message"))
        return """
            <fieldset><legend>\(step.french)</legend>
            \(FormField(subject, "Objet", value: input.subjects[step] ?? "", message: messages[subject], limit: 150, isRequired: true).html)
            \(FormArea(text, "Message", value: input.messages[step] ?? "", message: messages[text], limit: 3_000, rows: 6).html)
            </fieldset>
            """
    }
}
