import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// « Enregistrer un paiement » that came another way than through Stripe.
    func receiptForm(_ desk: Desk, _ id: Int64) throws -> Response {
        let invoice = try issuedInvoice(desk, id)
        guard invoice.state.due > .zero else { return .redirect(to: "/factures/\(id)") }
        let key = Token.random(from: office.outside)
        return receiptPage(desk, invoice, ReceiptInput(due: invoice.state.due, today: today, key: key), messages: [:])
    }

    func recordReceipt(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let invoice = try issuedInvoice(desk, id)
        // The same form once more, after a double click: the invoice shows what the first one did.
        if let key = Token(visit.form["cle"] ?? ""), try reader.isBooked(key: key.fingerprint) {
            return .done(.receiptRecorded, at: "/factures/\(id)")
        }
        switch ReceiptInput.read(visit.form, .receipt, upTo: invoice.state.due, today: today) {
        case .wrong(let messages):
            let input = ReceiptInput(visit.form, in: office.outside)
            return receiptPage(desk, invoice, input, messages: messages, status: 422)
        case .sound(let receipt):
            try RecordReceipt(
                companyID: desk.companyID,
                invoiceID: id,
                amount: receipt.amount,
                means: receipt.means,
                receivedOn: receipt.receivedOn,
                note: receipt.note,
                key: receipt.key
            ).run(in: office)
            return .done(.receiptRecorded, at: "/factures/\(id)")
        }
    }

    func undoReceipt(_ desk: Desk, _ id: Int64, _ paymentID: Int64) throws -> Response {
        try UndoReceipt(companyID: desk.companyID, invoiceID: id, paymentID: paymentID).run(in: office)
        return .done(.receiptUndone, at: "/factures/\(id)")
    }

    /// An invoice of this company that is not a draft.
    func issuedInvoice(_ desk: Desk, _ id: Int64) throws -> Invoice {
        guard let invoice = try reader.invoice(id, of: desk.companyID), invoice.state != .draft else {
            throw NotFound()
        }
        return invoice
    }

    private func receiptPage(
        _ desk: Desk,
        _ invoice: Invoice,
        _ input: ReceiptInput,
        messages: [String: String],
        status: Int = 200
    ) -> Response {
        let number = invoice.number ?? ""
        let body: HTML = """
            <h1>Enregistrer un paiement</h1>
            \(ReceiptInput.alert(messages))
            <form method="post" action="/factures/\(invoice.id)/encaisser" class="sheet" novalidate>
            \(formToken(desk.member))<input type="hidden" name="cle" value="\(input.key)">
            <p class="lead">Facture <span class="number">\(number)</span>\u{A0}: il reste <strong>\(invoice.state.due.french)</strong> à \
            payer.</p>
            <div class="pair even">
            \(FormField("amount", "Montant reçu, en euros", value: input.amount, message: messages["amount"],
                kind: .decimal, limit: 20, isRequired: true).html)
            \(FormChoice("means", "Mode de règlement", options: ReceiptInput.means.map { ($0.rawValue, $0.french) },
                selected: input.means, message: messages["means"]).html)
            </div>
            <div class="pair even">
            \(FormField("received_on", "Reçu le", value: input.receivedOn, message: messages["received_on"], kind: .date,
                isRequired: true).html)
            \(FormField("note", "Référence", value: input.note, message: messages["note"],
                hint: "N° de chèque, libellé du virement…", limit: 100).html)
            </div>
            <p class="hint">La recette s’inscrit dans votre registre, sans commission. Si votre client a une page de paiement \
            ouverte, elle est fermée.</p>
            <p class="actions"><button class="button">Enregistrer le paiement</button>
            <a href="/factures/\(invoice.id)">Annuler</a></p>
            </form>
            """
        return layout("Enregistrer un paiement", desk, at: .invoices).response(status: status, body)
    }
}
