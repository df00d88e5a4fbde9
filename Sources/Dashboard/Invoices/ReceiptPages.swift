import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// « Enregistrer un paiement » or « un remboursement » that went another way than through Stripe.
    func receiptForm(_ desk: Desk, _ id: Int64, _ way: WayOfMoney) throws -> Response {
        let invoice = try issuedInvoice(desk, id)
        let most = try way.most(of: invoice, reader)
        guard most > .zero else { return .redirect(to: "/factures/\(id)") }
        let input = ReceiptInput(due: most, today: today, key: .random(from: office.outside))
        return receiptPage(desk, invoice, way, most, input)
    }

    func recordReceipt(_ desk: Desk, _ visit: Visit, _ id: Int64, _ way: WayOfMoney) throws -> Response {
        let invoice = try issuedInvoice(desk, id)
        // The same form once more, after a double click: the invoice shows what the first one did.
        if let key = visit.form.key, try reader.isBooked(key: key.fingerprint) {
            return .done(way.done, at: "/factures/\(id)")
        }
        let most = try way.most(of: invoice, reader)
        let input = ReceiptInput(visit.form, in: office.outside)
        switch ReceiptInput.read(visit.form, way, upTo: most, today: today) {
        case .wrong(let messages): return receiptPage(desk, invoice, way, most, input, messages)
        case .sound(let money):
            do {
                switch way {
                case .receipt:
                    try RecordReceipt(companyID: desk.companyID, invoiceID: id, money).run(in: office)
                case .refund:
                    try RecordRefund(companyID: desk.companyID, invoiceID: id, money).run(in: office)
                }
            } catch let refusal as InvoiceRefusal {
                guard case .notOwedBackBefore = refusal else { throw refusal }
                return receiptPage(desk, invoice, way, most, input, ["received_on": refusal.french])
            }
            return .done(way.done, at: "/factures/\(id)")
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
        _ way: WayOfMoney,
        _ most: Cents,
        _ input: ReceiptInput,
        _ messages: [String: String] = [:]
    ) -> Response {
        let title = "Enregistrer un \(way.noun)"
        let body: HTML = """
            <h1>\(title)</h1>
            \(formAlert(messages))
            <form method="post" action="/factures/\(invoice.id)/\(way.word)" class="sheet" novalidate>
            \(formToken(desk.member))\(KeyField.html(input.key))
            <p class="lead">Facture <span class="number">\(invoice.number ?? "")</span>\u{A0}: il reste \
            <strong>\(most.french)</strong> à \(way.verb).</p>
            <div class="pair even">
            \(FormField("amount", "Montant \(way.participle), en euros", value: input.amount, message: messages["amount"],
                kind: .decimal, limit: 20, isRequired: true).html)
            \(FormChoice("means", "Mode de règlement", options: ReceiptInput.means.map { ($0.rawValue, $0.french) },
                selected: input.means, message: messages["means"]).html)
            </div>
            <div class="pair even">
            \(FormField("received_on", way.dayLabel, value: input.receivedOn, message: messages["received_on"],
                kind: .date, isRequired: true).html)
            \(FormField("note", "Référence", value: input.note, message: messages["note"],
                hint: "N° de chèque, libellé du virement…", limit: 100).html)
            </div>
            <p class="hint">\(way.hint)</p>
            <p class="actions"><button class="button">Enregistrer le \(way.noun)</button>
            <a href="/factures/\(invoice.id)">Annuler</a></p>
            </form>
            """
        return layout(title, desk, at: .invoices).response(status: messages.isEmpty ? 200 : 422, body)
    }
}
