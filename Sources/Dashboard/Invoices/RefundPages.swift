import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// « Enregistrer un remboursement » that went another way than through Stripe.
    func refundForm(_ desk: Desk, _ id: Int64) throws -> Response {
        let invoice = try issuedInvoice(desk, id)
        let owed = try reader.owedBack(ofInvoice: id)
        guard owed > .zero else { return .redirect(to: "/factures/\(id)") }
        let key = Token.random(from: office.outside)
        return refundPage(desk, invoice, owed, ReceiptInput(due: owed, today: today, key: key), messages: [:])
    }

    func recordRefund(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let invoice = try issuedInvoice(desk, id)
        // The same form once more, after a double click: the invoice shows what the first one did.
        if let key = Token(visit.form["cle"] ?? ""), try reader.isBooked(key: key.fingerprint) {
            return .done(.refundRecorded, at: "/factures/\(id)")
        }
        let owed = try reader.owedBack(ofInvoice: id)
        switch ReceiptInput.read(visit.form, .refund, upTo: owed, today: today) {
        case .wrong(let messages):
            let input = ReceiptInput(visit.form, in: office.outside)
            return refundPage(desk, invoice, owed, input, messages: messages, status: 422)
        case .sound(let refund):
            do {
                try RecordRefund(
                    companyID: desk.companyID,
                    invoiceID: id,
                    amount: refund.amount,
                    means: refund.means,
                    givenOn: refund.receivedOn,
                    note: refund.note,
                    key: refund.key
                ).run(in: office)
            } catch let refusal as InvoiceRefusal {
                guard case .notOwedBackBefore = refusal else { throw refusal }
                let messages = ["received_on": refusal.french]
                let input = ReceiptInput(visit.form, in: office.outside)
                return refundPage(desk, invoice, owed, input, messages: messages, status: 422)
            }
            return .done(.refundRecorded, at: "/factures/\(id)")
        }
    }

    private func refundPage(
        _ desk: Desk,
        _ invoice: Invoice,
        _ owed: Cents,
        _ input: ReceiptInput,
        messages: [String: String],
        status: Int = 200
    ) -> Response {
        let body: HTML = """
            <h1>Enregistrer un remboursement</h1>
            \(ReceiptInput.alert(messages))
            <form method="post" action="/factures/\(invoice.id)/rembourser" class="sheet" novalidate>
            \(formToken(desk.member))<input type="hidden" name="cle" value="\(input.key)">
            <p class="lead">Facture <span class="number">\(invoice.number ?? "")</span>\u{A0}: \
            <strong>\(owed.french)</strong> à rembourser.</p>
            <div class="pair even">
            \(FormField("amount", "Montant rendu, en euros", value: input.amount, message: messages["amount"],
                kind: .decimal, limit: 20, isRequired: true).html)
            \(FormChoice("means", "Mode de règlement", options: ReceiptInput.means.map { ($0.rawValue, $0.french) },
                selected: input.means, message: messages["means"]).html)
            </div>
            <div class="pair even">
            \(FormField("received_on", "Rendu le", value: input.receivedOn, message: messages["received_on"], kind: .date,
                isRequired: true).html)
            \(FormField("note", "Référence", value: input.note, message: messages["note"],
                hint: "N° de chèque, libellé du virement…", limit: 100).html)
            </div>
            <p class="hint">NeedMe ne fait pas le virement\u{A0}: rendez d’abord l’argent, puis notez-le ici. Une ligne négative, à \
            cette date, s’inscrit dans votre registre et cite l’avoir\u{A0}; s’il y en a plusieurs, une ligne pour chacun. Un remboursement fait chez Stripe s’inscrit, lui, \
            depuis \
            <a href="/paiements/remboursements">Remboursements</a>.</p>
            <p class="actions"><button class="button">Enregistrer le remboursement</button>
            <a href="/factures/\(invoice.id)">Annuler</a></p>
            </form>
            """
        return layout("Enregistrer un remboursement", desk, at: .invoices).response(status: status, body)
    }
}
