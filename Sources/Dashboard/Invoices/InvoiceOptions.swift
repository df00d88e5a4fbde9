import Accounting
import French
import Invoicing
import Payments
import Store
import Web

/// The column beside an issued invoice: what came in, what can be done, how it is sent.
struct InvoiceOptions {
    let desk: Desk
    let invoice: Invoice
    let link: String
    let payments: [Payment]
    /// What is to be given back.
    let owedBack: Cents
    let door: StripeDoor
    let creditNotes: [CreditNoteRecord]
    /// True when it is a paid deposit that no invoice takes off.
    let isFreeDeposit: Bool
    /// The quote that it comes from.
    let quote: InvoicedQuote?
    let reversals: [ReversalRecord]
    let sendings: [Sending]
    let account: StripeAccount?
    /// Whether the document says where to transfer the amount to.
    let hasBank: Bool
    let reminders: InvoiceReminders

    var html: HTML {
        let sending = SendingSection(desk: desk, invoice: invoice, link: link, sendings: sendings)
        return """
            \(if: sending.isAwaited, sending.html)
            \(RefundSection(invoiceID: invoice.id, owed: owedBack, atStripe: refundAtStripe).html)
            \(ReceiptsSection(desk: desk, invoice: invoice, payments: payments).html)
            \(if: isFreeDeposit, balance)
            \(if: invoice.state.isOpen, OnlinePaymentSection(desk: desk, invoice: invoice, account: account, hasBank: hasBank).html)
            \(files)
            \(if: !sending.isAwaited, sending.html)
            \(reminders.html)
            \(CreditNotesSection(invoice: invoice, creditNotes: creditNotes, reversals: reversals).html)
            \(duplication)
            """
    }

    /// The way to the invoice that takes off this deposit: for one of a quote it is made there, once.
    private var balance: HTML {
        let link: HTML =
            if let quote {
                "<a class=\"button quiet\" href=\"/devis/\(quote.id)\">Facturer le solde depuis le devis \(quote.number)</a>"
            } else {
                "<a class=\"button quiet\" href=\"/factures/nouvelle?acompte=\(invoice.id)\">Créer la facture de solde</a>"
            }
        return "<section><h2>Solde</h2><p>\(link)</p><p class=\"hint\">Elle déduira cet acompte.</p></section>"
    }

    /// The way to the newest payment at Stripe, where it can be given back.
    private var refundAtStripe: HTML? {
        for payment in payments.reversed() where payment.reversalID == nil {
            guard case .stripe(let account, let reference) = payment.source else { continue }
            return door.button("Rembourser chez Stripe", account: account, payment: reference, isFirst: true)
        }
        return nil
    }

    private var files: HTML {
        """
        <section><h2>PDF</h2>
        <p><a class="button quiet" href="/factures/\(invoice.id)/facture.pdf">Télécharger le PDF</a></p>
        <p class="hint">Avec la facture électronique (Factur-X)\(if: invoice.state.isOpen, " et les codes QR de paiement"). \
        <a href="/factures/\(invoice.id)/facture.pdf?duplicata=oui">Duplicata</a></p>
        </section>
        """
    }

    private var duplication: HTML {
        """
        <section><h2>Facture semblable</h2>
        <form method="post" action="/factures/\(invoice.id)/dupliquer">\(formToken(desk.member))
        <button class="quiet">Dupliquer</button></form>
        <p class="hint">Un brouillon pour le même client, avec les mêmes lignes.</p>
        <p><a href="/recurrentes/nouvelle?facture=\(invoice.id)">Rendre récurrente</a></p></section>
        """
    }
}
