import Accounting
import French
import Invoicing
import Operations
import Payments
import Store
import Web

/// The invoice as its client sees it: what to do on the right, or first on a phone; the document on the left.
struct SharedInvoicePage {
    let shared: SharedInvoice
    let token: Token
    let today: Day
    /// True when the client has just come back and Stripe has not answered yet.
    let isChecking: Bool

    private var issued: IssuedInvoice { shared.issued }

    var html: HTML {
        """
        <main class="two">
        <aside class="options" aria-label="Régler la facture">
        \(state)
        \(if: isChecking && shared.invoice.state.isOpen, checking)
        \(if: shared.canBePaidOnline, payOnline)
        \(shared.invoice.state.isOpen ? transfer : nil)
        </aside>
        \(InvoiceDocument(issued: issued, stamp: stamp).html)
        </main>
        """
    }

    private var state: HTML {
        let status = shared.invoice.statusForClient(on: today)
        let word = status.forClient(dueOn: issued.dueOn)
        let due = shared.invoice.state.due
        return """
            <p class="from">\(issued.seller.tradeName ?? issued.seller.name)</p>
            <h1>Facture <span class="number">\(issued.number.text)</span></h1>
            <p class="status"><span class="chip \(word.tone)"><span aria-hidden="true">\(word.sign)</span> \(word.word)</span>\
            \(statusDetail)</p>
            <p class="sum">\((due > .zero ? due : issued.totals.gross).french)</p>
            \(dueDate(status))
            """
    }

    private var statusDetail: HTML? {
        switch shared.invoice.statusForClient(on: today) {
        case .cancelled: shared.cancelledBy.map { " <span class=\"hint\">par l’avoir \($0)</span>" as HTML }
        case .paid: shared.invoice.paidOn.map { " <span class=\"hint\">le \($0.frenchLong)</span>" as HTML }
        default: nil
        }
    }

    /// The due date while there is something to do, unless the status has just said it.
    private func dueDate(_ status: InvoiceStatus) -> HTML {
        switch status {
        case .dueSoon, .paid, .refunded, .disputed, .cancelled: .empty
        case .processing:
            "<p class=\"hint\">Vous n’avez rien d’autre à faire\u{A0}: cette page dira quand il est confirmé.</p>"
        case .overdue: "<p class=\"hint\">Échéance\u{A0}: \(issued.dueOn.frenchLong)</p>"
        default: "<p class=\"hint\">À régler avant le \(issued.dueOn.frenchLong)</p>"
        }
    }

    private var checking: HTML {
        """
        <p class="notice" role="status">Nous vérifions votre paiement auprès de Stripe\u{A0}: inutile de payer une seconde fois. \
        <a href="/f/\(token.text)">Actualiser la page</a></p>
        """
    }

    private var payOnline: HTML {
        """
        <form method="post" action="/f/\(token.text)/payer"><button class="button pay">Payer en ligne</button></form>
        <p class="hint">Paiement sécurisé par carte bancaire, sur la page de Stripe.\(statementLabel)</p>
        """
    }

    /// What the client will read on their card statement, so that they know it again.
    private var statementLabel: HTML? {
        StatementLabel(prefix: shared.statementPrefix, number: issued.number).text.map { label in
            "<br>Libellé sur votre relevé\u{A0}: <span class=\"code number\">\(label)</span>"
        }
    }

    private var transfer: HTML? {
        issued.seller.bank.map { bank in
            """
            <section class="transfer"><h2>Payer par virement</h2>
            <dl class="facts">
            <dt>Titulaire</dt><dd>\(issued.seller.name)</dd>
            <dt>IBAN</dt><dd><span class="code" data-copy="l’IBAN">\(bank.iban.text)</span></dd>
            \(bank.bic.map { "<dt>BIC</dt><dd class=\"code\">\($0.code)</dd>" as HTML })
            <dt>Référence</dt><dd><span class="code number" data-copy="la référence">\(issued.number.text)</span></dd>
            </dl></section>
            """
        }
    }

    private var stamp: HTML? {
        switch shared.invoice.state {
        case .paid:
            shared.invoice.paidOn.map { day in
                "<p class=\"stamp\">Facture acquittée<span>le \(day.frenchLong)</span></p>"
            }
        case .cancelled:
            "<p class=\"stamp void\">Annulée\(shared.cancelledBy.map { "<span>par l’avoir \($0)</span>" as HTML })</p>"
        case .draft, .open, .processing: nil
        }
    }
}
