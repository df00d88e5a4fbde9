import Accounting
import French
import Invoicing
import Operations
import Payments
import Store
import Web

extension Dashboard {
    /// « Créer un avoir », filled in with what went back at Stripe when the freelancer comes from there.
    func creditNoteForm(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let invoice = try issuedInvoice(desk, id)
        let reversal = try reversal(visit.request.query["retour"], of: invoice)
        let rest = try creditable(invoice)
        guard rest > .zero else {
            return try reversal.flatMap { try attachPage(desk, invoice, $0) } ?? .redirect(to: "/factures/\(id)")
        }
        let input = CreditNoteInput(
            mode: .amount,
            amount: (reversal.map { min($0.amount, rest) } ?? rest).euros,
            reason: reversal.map { $0.kind == .refund ? "Remboursement" : "Paiement contesté" } ?? "",
            key: Token.random(from: office.outside).text
        )
        return try creditNotePage(desk, invoice, reversal, input, messages: [:])
    }

    func issueCreditNote(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let invoice = try issuedInvoice(desk, id)
        // The same form once more, after a double click: the invoice shows what the first one did.
        if let key = visit.form.key, try reader.creditNote(key: key.fingerprint) != nil {
            return .done(.creditNoteIssued, at: "/factures/\(id)")
        }
        let reversal = try reversal(visit.form["retour"], of: invoice)
        if let reversal, let creditNoteID = visit.form["avoir"].flatMap(Route.id) {
            try AnswerReversal(companyID: desk.companyID, reversalID: reversal.id, creditNoteID: creditNoteID)
                .run(in: office)
            return .done(.reversalAttached, at: "/factures/\(id)")
        }
        switch CreditNoteInput.read(visit.form) {
        case .wrong(let messages):
            return try creditNotePage(
                desk,
                invoice,
                reversal,
                CreditNoteInput(visit.form, in: office.outside),
                messages: messages,
                status: 422
            )
        case .sound(let note):
            do {
                _ = try IssueCreditNote(
                    companyID: desk.companyID,
                    invoiceID: id,
                    scope: note.scope,
                    reason: note.reason,
                    reversalID: reversal?.id,
                    key: note.key
                ).run(in: office)
            } catch let refusal as CreditNoteRefusal {
                return try refused(refusal.french, desk, visit, invoice, reversal)
            } catch InvoiceRefusal.moreThanDue {
                let words = "Le client aurait payé plus qu’il ne doit\u{A0}: rendez-lui d’abord ce qui est en trop."
                return try refused(words, desk, visit, invoice, reversal)
            }
            return .done(.creditNoteIssued, at: "/factures/\(id)")
        }
    }

    /// The form again, with the reason beside what was chosen, or above when that is the whole invoice.
    private func refused(
        _ reason: String,
        _ desk: Desk,
        _ visit: Visit,
        _ invoice: Invoice,
        _ reversal: ReversalRecord?
    ) throws -> Response {
        let input = CreditNoteInput(visit.form, in: office.outside)
        return try creditNotePage(desk, invoice, reversal, input, messages: [input.mode.place: reason], status: 422)
    }

    /// The whole invoice was credited before the money went back: no credit note is left to issue, only to name.
    private func attachPage(_ desk: Desk, _ invoice: Invoice, _ reversal: ReversalRecord) throws -> Response? {
        guard let attaching = try attaching(reversal, of: invoice, desk) else { return nil }
        let body: HTML = """
            <h1>Rattacher à un avoir</h1>
            <div class="sheet">\(attaching)<p><a href="/factures/\(invoice.id)">Revenir à la facture</a></p></div>
            """
        return layout("Rattacher à un avoir", desk, at: .invoices).response(body)
    }

    /// Credit notes issued before that have room for what went back.
    private func attaching(_ reversal: ReversalRecord, of invoice: Invoice, _ desk: Desk) throws -> HTML? {
        guard reversal.amount <= (try reader.payments(of: invoice.id).map(\.amount).sum) else {
            return """
                <p class="notice">Ces \(reversal.amount.french) ont déjà quitté votre registre\u{A0}: vous avez enregistré un \
                remboursement. Annulez-le <a href="/factures/\(invoice.id)">sur la facture</a> s’il s’agit de la même somme.</p>
                """
        }
        let candidates = try reader.creditNotes(of: invoice.id).filter { $0.mayAnswer(reversal.amount) }
        guard !candidates.isEmpty else { return nil }
        let forms: [HTML] = candidates.map { candidate in
            """
            <form method="post" action="/factures/\(invoice.id)/avoir">\(formToken(desk.member))
            <input type="hidden" name="retour" value="\(reversal.id)"><input type="hidden" name="avoir" value="\(candidate.id)">
            <button>Rattacher à l’avoir \(candidate.creditNote.number.text)</button></form>
            """
        }
        return """
            <div class="notice"><p>Vous avez déjà émis un avoir pour cette facture. S’il répond aux \(reversal.amount.french) rendus le \
            \(reversal.beganOn.frenchLong), rattachez-les\u{A0}: la ligne négative s’inscrit dans votre registre, sans nouvel \
            avoir.</p>\(forms)</div>
            """
    }

    private func reversal(_ id: String?, of invoice: Invoice) throws -> ReversalRecord? {
        guard let id, !id.isEmpty else { return nil }
        guard let row = Int64(id), let reversal = try reader.reversal(row), reversal.invoiceID == invoice.id,
            reversal.awaitsCreditNote
        else { throw NotFound() }
        return reversal
    }

    /// What no credit note has taken back yet.
    private func creditable(_ invoice: Invoice) throws -> Cents {
        try invoice.total - reader.creditNotes(of: invoice.id).map(\.creditNote.amount).sum
    }

    private func creditNotePage(
        _ desk: Desk,
        _ invoice: Invoice,
        _ reversal: ReversalRecord?,
        _ input: CreditNoteInput,
        messages: [String: String],
        status: Int = 200
    ) throws -> Response {
        guard let issued = try reader.issuedInvoice(invoice.id) else { throw NotFound() }
        let form = CreditNoteForm(
            desk: desk,
            invoice: invoice,
            issued: issued,
            rest: try creditable(invoice),
            reversal: reversal,
            input: input,
            messages: messages
        )
        let body: HTML = """
            <h1>Créer un avoir</h1>
            \(try reversal.flatMap { try attaching($0, of: invoice, desk) })
            \(form.html)
            """
        return layout("Créer un avoir", desk, at: .invoices).response(status: status, body)
    }
}
