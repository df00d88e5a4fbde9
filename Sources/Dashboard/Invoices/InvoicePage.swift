import Accounting
import French
import Invoicing
import Operations
import Payments
import Store
import Web

extension Dashboard {
    func invoice(_ desk: Desk, _ id: Int64) throws -> Response {
        guard let invoice = try reader.invoice(id, of: desk.companyID) else { throw NotFound() }
        if invoice.state == .draft { return try draftEditor(desk, id, notice: "Brouillon enregistré.") }
        guard let issued = try reader.issuedInvoice(id), let link = try reader.newestLink(of: id) else {
            throw NotFound()
        }
        let page = InvoicePage(
            desk: desk,
            invoice: invoice,
            issued: issued,
            link: office.publicOrigin + "/f/" + link,
            payments: try reader.payments(of: id),
            takesPayments: try reader.connectedAccount(of: desk.companyID)?.state.takesPayments == true,
            today: today
        )
        return layout("Facture \(issued.number.text)", desk, at: .invoices).response(page.html)
    }

    func markAsSent(_ desk: Desk, _ id: Int64) throws -> Response {
        try MarkAsSent(companyID: desk.companyID, invoiceID: id).run(in: office)
        return .redirect(to: "/factures/\(id)")
    }
}

/// An issued invoice as its seller sees it: where it stands, how to send it, what came in.
private struct InvoicePage {
    let desk: Desk
    let invoice: Invoice
    let issued: IssuedInvoice
    let link: String
    let payments: [Payment]
    let takesPayments: Bool
    let today: Day

    var html: HTML {
        """
        <div class="head"><h1>Facture \(issued.number.text)</h1>\(statusChip(invoice.status(on: today).forSeller))</div>
        <div class="two">
        <div class="sheet">
        \(facts)
        \(lines)
        </div>
        <aside class="options" aria-label="Envoi et règlement">
        \(if: !payments.isEmpty, receipts)
        \(sending)
        </aside>
        </div>
        """
    }

    private var facts: HTML {
        """
        <dl class="facts">
        <dt>Client</dt><dd>\(issued.buyer.name)</dd>
        \(if: !issued.subject.isEmpty, "<dt>Objet</dt><dd>\(issued.subject)</dd>")
        <dt>Émise le</dt><dd>\(issued.issuedOn.frenchShort)</dd>
        <dt>Échéance</dt><dd>\(issued.dueOn.frenchShort)</dd>
        <dt>Net à payer</dt><dd><strong>\(issued.totals.gross.french)</strong></dd>
        <dt>Mode de règlement</dt><dd>\(invoice.means?.rawValue ?? "–")</dd>
        <dt>Paiement en ligne</dt><dd>\(online)</dd>
        </dl>
        """
    }

    private var online: String {
        if !invoice.offersOnlinePayment { return "Non" }
        guard OnlineAmount.range.contains(issued.totals.gross) else { return "Non\u{A0}: montant hors des limites" }
        guard takesPayments else { return "Non\u{A0}: Stripe n’est pas connecté" }
        let commission = Commission.on(issued.totals.gross)
        return "Oui (commission \(commission.french), net \((issued.totals.gross - commission).french))"
    }

    private var lines: HTML {
        let rows: [HTML] = issued.lines.map { line in
            """
            <tr><th scope="row">\(line.designation)</th>\
            <td class="amount" data-label="Quantité">\(line.quantity.french) \(line.unit)</td>
            <td class="amount" data-label="Prix unitaire HT">\(line.unitPrice.french)</td>\
            <td class="amount" data-label="Total HT">\(line.net.french)</td></tr>
            """
        }
        return """
            <div class="scroll" role="region" aria-label="Lignes de la facture" tabindex="0">
            <table class="list"><caption>Lignes de la facture</caption>
            <thead><tr><th scope="col">Désignation</th><th scope="col" class="amount">Quantité</th>\
            <th scope="col" class="amount">Prix unitaire HT</th><th scope="col" class="amount">Total HT</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            """
    }

    private var sending: HTML {
        """
        <section><h2>Envoyer au client</h2>
        <div class="field"><label for="link">Lien de visualisation</label>
        <input id="link" value="\(link)" readonly data-copy="le lien"></div>
        <p class="hint">Envoyez ce lien par le canal de votre choix\u{A0}: e-mail, SMS, messagerie.</p>
        <p><a href="\(link)">Voir la page du client</a></p>
        \(if: invoice.delivery == .toSend && invoice.state.isOpen, markAsSent)
        </section>
        """
    }

    private var markAsSent: HTML {
        """
        <form method="post" action="/factures/\(invoice.id)/envoyee">\(formToken(desk.member))
        <button class="quiet">Marquer comme envoyée</button></form>
        """
    }

    private var receipts: HTML {
        let rows: [HTML] = payments.map { payment in
            """
            <li><strong>\(payment.amount.french)</strong> le \(payment.receivedOn.frenchShort), \(payment.means.rawValue)\
            \(if: payment.confirmedAt != nil, " <span class=\"hint\">confirmé par Stripe</span>")</li>
            """
        }
        return "<section><h2>Encaissements</h2><ul class=\"receipts\">\(rows)</ul></section>"
    }
}
