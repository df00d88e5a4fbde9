import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// « Envoyer »: by mail from NeedMe, or by oneself; the switch stands in both.
    func sendForm(_ desk: Desk, _ id: Int64) throws -> Response {
        let invoice = try issuedInvoice(desk, id)
        guard let issued = try reader.issuedInvoice(id) else { throw NotFound() }
        return try sendPage(
            desk,
            invoice,
            issued,
            SendInput(invoice, issued, key: .random(from: office.outside)),
            messages: [:]
        )
    }

    func send(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let invoice = try issuedInvoice(desk, id)
        guard let issued = try reader.issuedInvoice(id) else { throw NotFound() }
        let isOnline = visit.form["online_payment"].map { $0 != "non" } ?? invoice.offersOnlinePayment
        if visit.form["mode"] == "manuel" {
            try SwitchOnlinePayment(companyID: desk.companyID, invoiceID: id, isOn: isOnline).run(in: office)
            try MarkAsSent(companyID: desk.companyID, invoiceID: id).run(in: office)
            return .redirect(to: "/factures/\(id)")
        }
        switch SendInput.read(visit.form) {
        case .wrong(let messages):
            return try sendPage(desk, invoice, issued, SendInput(visit.form), messages: messages, status: 422)
        case .sound(let mail):
            try SendInvoice(
                companyID: desk.companyID,
                invoiceID: id,
                recipient: mail.recipient,
                subject: mail.subject,
                message: mail.message,
                offersOnlinePayment: isOnline,
                key: mail.key
            ).run(in: office)
            return .redirect(to: "/factures/\(id)?envoyee=oui")
        }
    }

    private func sendPage(
        _ desk: Desk,
        _ invoice: Invoice,
        _ issued: IssuedInvoice,
        _ input: SendInput,
        messages: [String: String],
        status: Int = 200
    ) throws -> Response {
        let account = try reader.connectedAccount(of: desk.companyID)
        guard let link = try reader.newestLink(of: invoice.id) else { throw NotFound() }
        let choice = OnlinePaymentChoice(
            amount: invoice.state.due,
            account: account,
            isOn: input.isOnline ?? invoice.offersOnlinePayment
        )
        let body: HTML = """
            <h1>Envoyer la \(issued.kind.french.lowercased()) \(issued.number.text)</h1>
            \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">Vérifiez les champs signalés ci-dessous.</p>")
            <form method="post" action="/factures/\(invoice.id)/envoyer" class="sheet" novalidate>
            \(formToken(desk.member))<input type="hidden" name="cle" value="\(input.key)">
            \(if: invoice.state.isOpen, choice.html)
            <fieldset><legend>Par e-mail depuis NeedMe</legend>
            \(FormField("recipient", "Destinataire", value: input.recipient, message: messages["recipient"], kind: .email,
                limit: 254, isRequired: true).html)
            \(FormField("subject", "Objet", value: input.subject, message: messages["subject"], limit: 150, isRequired: true).html)
            \(FormArea("message", "Message", value: input.message, message: messages["message"], limit: 3_000).html)
            <p class="hint">Le lien de la facture est ajouté à la fin. Les réponses de votre client vous parviennent \
            directement.</p>
            \(desk.mailButton)
            </fieldset>
            <fieldset><legend>Envoi manuel</legend>
            <div class="field"><label for="link">Lien de visualisation</label>
            <input id="link" value="\(office.publicOrigin)/f/\(link)" readonly data-copy="le lien"></div>
            <p class="hint">Envoyez-le par le canal de votre choix\u{A0}: e-mail, SMS, messagerie.</p>
            <p><a class="button quiet" href="/factures/\(invoice.id)/facture.pdf">Télécharger le PDF</a></p>
            <p class="hint">Il porte un code QR qui mène au paiement en ligne, si celui-ci est activé.</p>
            <p class="actions"><button name="mode" value="manuel">Marquer comme envoyée</button>
            <a href="/factures/\(invoice.id)">Revenir à la facture</a></p>
            </fieldset>
            </form>
            """
        return layout("Envoyer la facture", desk, at: .invoices).response(status: status, body)
    }
}
