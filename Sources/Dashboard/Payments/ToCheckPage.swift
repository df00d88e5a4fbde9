import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    func paymentsToCheck(_ desk: Desk) throws -> Response {
        try toCheckPage(desk, nil)
    }

    func assignPayment(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        guard let invoiceID = visit.form["facture"].flatMap(Route.id) else {
            return try toCheckPage(desk, refusal("Choisissez la facture qu’il règle."), status: 422)
        }
        guard let payment = try reader.quarantinedPayment(id), payment.companyID == desk.companyID else {
            throw NotFound()
        }
        do {
            try AssignPayment(companyID: desk.companyID, quarantinedID: id, invoiceID: invoiceID).run(in: office)
        } catch AssignmentRefusal.goingBack {
            return try toCheckPage(desk, refusal("Une partie de l’argent est repartie, ou va repartir."), status: 409)
        } catch let reason as InvoiceRefusal {
            return try toCheckPage(desk, refusal(reason.french), status: reason == .moreThanDue ? 422 : 409)
        }
        // Decided before in another window, it stays what it was.
        let booked = try reader.payment(account: payment.account, reference: payment.reference)
        let isHere = booked?.invoiceID == invoiceID
        let done: Done = booked == nil ? .paymentGivenBack : isHere ? .paymentAssigned : .paymentAssignedBefore
        return .done(done, at: "/paiements")
    }

    private func refusal(_ reason: String) -> HTML {
        "<p class=\"alert\" role=\"alert\">Le paiement n’a pas été affecté. \(reason)</p>"
    }

    private func toCheckPage(_ desk: Desk, _ message: HTML?, status: Int = 200) throws -> Response {
        let matters = try OpenMatters(of: desk.companyID, reader)
        let waiting = matters.payments.filter { $0.resolution == nil }
        let decided = matters.payments.filter { $0.resolution != nil }
        let door = try StripeDoor(desk.member, to: waiting.map(\.account), reader)
        let cases = try waiting.map { payment in
            ToCheckCase(
                payment: payment,
                member: desk.member,
                door: door,
                candidates: try candidates(for: payment, desk),
                mayBeCredited: try reader.invoice(payment.invoiceID, of: desk.companyID)?.state.isCancelled == false,
                gone: matters.reversals(of: payment)
            )
        }
        let rows = try decided.map { try row($0, desk) }
        let content: HTML = """
            \(message)
            \(waiting.isEmpty ? nothingToCheck : "<div class=\"cases\">\(cases.map(\.html))</div>")
            \(if: !rows.isEmpty, table(rows))
            """
        return paymentsPage(.toCheck, desk, matters, status: status, content)
    }

    /// The invoices that await so much, first the one that the money came for.
    private func candidates(for payment: QuarantinedPayment, _ desk: Desk) throws -> [InvoiceSummary] {
        guard payment.canBeAssigned else { return [] }
        let found = try reader.invoicesAwaiting(payment.amount, of: desk.companyID)
        return found.filter { $0.invoice.id == payment.invoiceID } + found.filter { $0.invoice.id != payment.invoiceID }
    }

    private var nothingToCheck: HTML {
        """
        <div class="empty"><p>Aucun paiement à vérifier.</p>
        <p>Chaque paiement reçu a trouvé sa facture. Si l’un arrive sans qu’aucune l’attende, il sera gardé ici et vous serez \
        prévenu\u{A0}: il n’est jamais perdu.</p></div>
        """
    }

    private func table(_ rows: [HTML]) -> HTML {
        """
        <h2>Déjà décidés</h2>
        <div class="scroll"><table class="list"><caption>Paiements affectés ou remboursés, le plus récent d’abord</caption>
        <thead><tr><th scope="col">Décision</th><th scope="col">Payé le</th><th scope="col" class="amount">Montant</th>\
        <th scope="col">Client</th><th scope="col">Venu pour</th><th scope="col">Référence Stripe</th></tr></thead>
        <tbody>\(rows)</tbody></table></div>
        """
    }

    private func row(_ payment: QuarantinedPayment, _ desk: Desk) throws -> HTML {
        """
        <tr><th scope="row" class="decision">\(try decision(payment, desk))</th>
        <td data-label="Payé le">\(payment.receivedOn.frenchShort)</td>\
        <td class="amount" data-label="Montant">\(payment.amountInWords)</td>
        <td class="words" data-label="Client">\(payment.client)</td>\
        <td class="number" data-label="Venu pour"><a href="/factures/\(payment.invoiceID)">\(payment.number)</a></td>
        <td class="reference" data-label="Référence Stripe">\(payment.reference)</td></tr>
        """
    }

    private func decision(_ payment: QuarantinedPayment, _ desk: Desk) throws -> HTML {
        guard payment.resolution == .assigned else {
            return statusChip(StatusWord(word: "Remboursé", sign: "↩", tone: "refunded"))
        }
        let booked = try reader.payment(account: payment.account, reference: payment.reference)
        let invoice = try booked.flatMap { try reader.invoice($0.invoiceID, of: desk.companyID) }
        guard let invoice, let number = invoice.number else {
            return statusChip(StatusWord(word: "Affecté", sign: "✓", tone: "paid"))
        }
        return """
            \(statusChip(StatusWord(word: "Affecté", sign: "✓", tone: "paid"))) à la facture \
            <a href="/factures/\(invoice.id)" class="number">\(number)</a>
            """
    }
}

extension QuarantinedPayment {
    /// The amount with its currency, since it may be another than the euro.
    var amountInWords: String {
        currency == "eur" ? amount.french : amount.french.dropLast() + currency.uppercased()
    }
}

extension InvoiceState {
    fileprivate var isCancelled: Bool { if case .cancelled = self { true } else { false } }
}
