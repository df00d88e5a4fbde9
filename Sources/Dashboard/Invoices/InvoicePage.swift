import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    func invoice(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        guard let invoice = try reader.invoice(id, of: desk.companyID) else { throw NotFound() }
        if invoice.state == .draft { return try draftEditor(desk, id) }
        guard let issued = try reader.issuedInvoice(id), let link = try reader.newestLink(of: id) else {
            throw NotFound()
        }
        let payments = try reader.payments(of: id)
        let owedBack = try reader.owedBack(ofInvoice: id)
        let quote = try reader.quote(ofInvoice: id)
        let options = InvoiceOptions(
            desk: desk,
            invoice: invoice,
            link: office.publicOrigin + "/f/" + link,
            payments: payments,
            owedBack: owedBack,
            door: try StripeDoor(
                desk.member,
                to: owedBack > .zero ? payments.compactMap(\.source.account) : [],
                reader
            ),
            creditNotes: try reader.creditNotes(of: id),
            isFreeDeposit: try reader.isFreeDeposit(invoice),
            quote: quote,
            reversals: try reader.reversals(ofInvoice: id),
            sendings: try reader.sendings(of: id),
            account: try reader.connectedAccount(of: desk.companyID),
            hasBank: issued.seller.bank != nil,
            reminders: InvoiceReminders(
                desk: desk,
                invoice: invoice,
                reminders: try reader.reminders(of: id),
                recipients: try reader.reminderRecipients(of: id),
                today: today
            )
        )
        let timeline = InvoiceTimeline(moments: try reader.moments(of: id))
        let body: HTML = """
            <div class="head"><h1>\(issued.kind.french) \(issued.number.text)</h1>\(statusChip(invoice.status(on: today).forSeller)) \(RefundSection.chip(owedBack))</div>
            <div class="two">
            <div class="sheet">\(facts(invoice, issued, quote))\(DocumentLineTable(lines: issued.lines, caption: "Lignes de la facture").html)\(timeline.html)</div>
            <aside class="options" aria-label="Règlement et envoi">\(options.html)</aside>
            </div>
            """
        return layout("\(issued.kind.french) \(issued.number.text)", desk, at: .invoices).response(body)
    }

    func switchOnlinePayment(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let isOn = visit.form["online_payment"] != "non"
        try SwitchOnlinePayment(companyID: desk.companyID, invoiceID: id, isOn: isOn).run(in: office)
        return .done(isOn ? .onlinePaymentOn : .onlinePaymentOff, at: "/factures/\(id)")
    }

    func markAsSent(_ desk: Desk, _ id: Int64) throws -> Response {
        try MarkAsSent(companyID: desk.companyID, invoiceID: id).run(in: office)
        return .done(.invoiceMarkedAsSent, at: "/factures/\(id)")
    }

    private func facts(_ invoice: Invoice, _ issued: IssuedInvoice, _ quote: InvoicedQuote?) -> HTML {
        """
        <dl class="facts">
        <dt>Client</dt><dd>\(issued.buyer.name)</dd>
        \(quote.map { "<dt>Devis</dt><dd><a href=\"/devis/\($0.id)\">\($0.number)</a></dd>" as HTML })
        \(if: !issued.subject.isEmpty, "<dt>Objet</dt><dd>\(issued.subject)</dd>")
        <dt>Émise le</dt><dd>\(issued.issuedOn.frenchShort)</dd>
        <dt>Échéance</dt><dd>\(issued.dueOn.frenchShort)</dd>
        \(LegalDocument.invoice(issued).sums.map { "<dt>\($0.label)</dt><dd>\($0.amount.french)</dd>" as HTML })
        \(issued.deposits.map { "<dt>Acompte \($0.number.text)</dt><dd>\((-$0.amount).french)</dd>" as HTML })
        <dt>Net à payer</dt><dd><strong>\(issued.payable.french)</strong></dd>
        \(if: invoice.takenBack > .zero, "<dt>Avoirs</dt><dd>\((-invoice.takenBack).french)</dd>")
        \(if: invoice.paid + invoice.waived > .zero && invoice.state.due > .zero, "<dt>Reste à payer</dt><dd><strong>\(invoice.state.due.french)</strong></dd>")
        <dt>Mode de règlement</dt><dd>\(invoice.means?.rawValue ?? "–")</dd>
        </dl>
        """
    }
}
