import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// How many proposals are shown.
    private static var length: Int { 50 }

    /// « Relances »: the clients who may be reminded today.
    func reminderProposals(_ desk: Desk) throws -> Response {
        let proposals = try reader.reminderProposals(of: desk.companyID, on: today, limit: Self.length + 1)
        let isOn = try reader.remindersAreOn(of: desk.companyID)
        let settings: HTML = "<a href=\"\(CompanyTab.mails.path)\">E-mails et relances</a>"
        let state: HTML =
            isOn
            ? """
            <p class="success">Les relances partent d’elles-mêmes, entre 8\u{A0}h et 20\u{A0}h, après vérification auprès de Stripe. \
            Pour changer les textes ou l’arrêter\u{A0}: \(settings).</p>
            """
            : """
            <p class="notice">Rien ne part sans vous. Pour un envoi automatique, lisez les textes et activez-le dans \(settings).</p>
            """
        let body: HTML = """
            <h1>Relances</h1>
            \(state)
            \(proposals.isEmpty ? nothing : table(desk, proposals))
            """
        return layout("Relances", desk, at: .invoices).response(body)
    }

    /// « Relancer »: the step that the invoice has reached.
    func remind(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        try RemindClient(companyID: desk.companyID, invoiceID: id).run(in: office)
        return back(visit, id, .reminded)
    }

    /// « Ignorer »: the step passes without a mail.
    func skipReminder(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        try RemindClient(companyID: desk.companyID, invoiceID: id, isWanted: false).run(in: office)
        return back(visit, id, .reminderSkipped)
    }

    /// To where the button was.
    private func back(_ visit: Visit, _ id: Int64, _ done: Done) -> Response {
        .done(done, at: visit.form["retour"] == "facture" ? "/factures/\(id)" : "/relances")
    }

    private var nothing: HTML {
        """
        <div class="empty"><p>Aucune relance à proposer aujourd’hui.</p>
        <p>Une facture envoyée est proposée trois jours avant son échéance, le jour même, puis trois et sept jours après.</p>
        <p><a href="\(InvoiceListQuery().with(.awaited).address())">Voir les factures à encaisser</a></p></div>
        """
    }

    private func table(_ desk: Desk, _ proposals: [ReminderProposal]) -> HTML {
        let rows: [HTML] = proposals.prefix(Self.length).map { proposal in
            let invoice = proposal.summary.invoice
            let name = invoice.number ?? ""
            return """
                <tr><th scope="row" class="number"><a href="/factures/\(invoice.id)">\(name)</a></th>
                <td class="client words">\(proposal.summary.clientName)\
                \(reminderRecipients(proposal.recipients, client: invoice.clientID))</td>
                <td data-label="Échéance">\(invoice.dueOn?.frenchShort ?? "–")</td>
                <td data-label="Relance">\(proposal.step.french)</td>
                <td class="amount" data-label="Reste à payer">\(invoice.state.due.french)</td>
                <td><form method="post" action="/relances/\(invoice.id)">\(formToken(desk.member))<p class="actions">
                \(if: !proposal.recipients.isEmpty, "<button class=\"quiet\">Relancer<span class=\"unseen\"> pour \(name)</span></button>")
                <button class="quiet" formaction="/relances/\(invoice.id)/ignorer">Ignorer<span class="unseen"> \(name)</span></button></p>\
                </form></td></tr>
                """
        }
        return """
            <div class="scroll"><table class="list"><caption>Relances proposées, la plus ancienne échéance d’abord\
            \(if: proposals.count > Self.length, " (les \(Self.length) premières)")</caption>
            <thead><tr><th scope="col">N°</th><th scope="col">Client</th><th scope="col">Échéance</th>\
            <th scope="col">Relance</th><th scope="col" class="amount">Reste à payer</th><th scope="col">Envoi</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }
}
