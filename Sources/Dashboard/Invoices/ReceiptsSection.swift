import Accounting
import French
import Invoicing
import Payments
import Store
import Web

/// What came in for an invoice, each payment with what can be done about it.
struct ReceiptsSection {
    let desk: Desk
    let invoice: Invoice
    let payments: [Payment]

    var html: HTML? {
        let canReceive = invoice.state.due > .zero
        guard canReceive || !payments.isEmpty else { return nil }
        return """
            <section><h2>Encaissements</h2>
            \(if: payments.isEmpty, "<p class=\"hint\">Rien n’a encore été encaissé.</p>")
            \(if: !payments.isEmpty, "<ul class=\"receipts\">\(payments.map(receipt))</ul>")
            \(if: canReceive, "<p><a class=\"button quiet\" href=\"/factures/\(invoice.id)/encaisser\">Enregistrer un paiement</a></p>")
            </section>
            """
    }

    private func receipt(_ payment: Payment) -> HTML {
        """
        <li><strong>\(payment.amount.french)</strong> le \(payment.receivedOn.frenchShort), \(payment.means.rawValue)
        \(detail(payment).map { "<span class=\"hint\">\($0)</span>" as HTML })
        \(fees(payment))
        \(undoing(payment))</li>
        """
    }

    private func detail(_ payment: Payment) -> String? {
        if payment.undoes != nil {
            return "contre-ligne d’un \(payment.amount > .zero ? "remboursement" : "encaissement") annulé"
        }
        if payment.creditNoteID != nil { return "rendu au client" }
        if payment.reversalID != nil {
            return payment.amount < .zero
                ? "rendu au client chez Stripe" : "remboursement non abouti\u{A0}: argent revenu"
        }
        switch payment.source {
        case .stripe: return payment.confirmedAt == nil ? nil : "confirmé par Stripe"
        case .byHand(_, let note): return note.isEmpty ? nil : note
        }
    }

    /// What was really taken stands beside what was announced.
    private func fees(_ payment: Payment) -> HTML? {
        payment.fees.map { fees in
            """
            <span class="hint">Frais réels\u{A0}: \(fees.total.french) (annoncés\u{A0}: \(Commission.on(payment.amount).french)), \
            net \((payment.amount - fees.total).french)</span>
            """
        }
    }

    /// Only what was typed can be undone here; what Stripe has is given back at Stripe.
    private func undoing(_ payment: Payment) -> HTML? {
        guard case .byHand = payment.source, payment.undoes == nil,
            !payments.contains(where: { $0.undoes == payment.id })
        else { return nil }
        let what = payment.creditNoteID == nil ? "cet encaissement" : "ce remboursement"
        return """
            <details class="undo"><summary>Annuler \(what)</summary>
            <p class="hint">Le registre ne s’efface pas\u{A0}: une contre-ligne de \((-payment.amount).french), datée d’aujourd’hui, y sera \
            ajoutée.</p>
            <form method="post" action="/factures/\(invoice.id)/encaissements/\(payment.id)/annuler">\(formToken(desk.member))
            <button class="danger">Inscrire la contre-ligne</button></form></details>
            """
    }
}
