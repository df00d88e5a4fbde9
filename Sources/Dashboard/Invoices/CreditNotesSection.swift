import Accounting
import French
import Invoicing
import Store
import Web

/// The credit notes of an invoice, and the way to the next one.
struct CreditNotesSection {
    let invoice: Invoice
    let creditNotes: [CreditNoteRecord]
    let reversals: [ReversalRecord]

    var html: HTML {
        let notes: [HTML] = creditNotes.map { record in
            let note = record.creditNote
            return """
                <li><strong>\(note.number.text)</strong> (<a href="/factures/\(invoice.id)/avoirs/\(record.id).pdf">PDF</a>) du \(note.issuedOn.frenchShort), \((-note.amount).french)\
                <span class="hint">\(note.isTotal ? "annule la facture" : "avoir partiel")\u{A0}: \(note.reason)</span></li>
                """
        }
        let isCancelled = if case .cancelled = invoice.state { true } else { false }
        return """
            <section><h2>Avoirs</h2>
            \(if: !notes.isEmpty, "<ul class=\"receipts\">\(notes)</ul>")
            \(if: reversals.contains(where: \.awaitsCreditNote), """
                <p class="notice">De l’argent a été rendu chez Stripe. <a href="/paiements/remboursements">Voir ce qui reste à faire</a></p>
                """)
            \(if: !isCancelled, "<p><a href=\"/factures/\(invoice.id)/avoir\">Créer un avoir</a></p>")
            </section>
            """
    }
}
