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
        guard rest > .zero, invoice.state != .cancelled(paid: invoice.paid) else {
            return .redirect(to: "/factures/\(id)")
        }
        let input = CreditNoteInput(
            amount: (reversal.map { min($0.amount, rest) } ?? rest).euros,
            reason: reversal.map { $0.kind == .refund ? "Remboursement" : "Paiement contesté" } ?? ""
        )
        return try creditNotePage(desk, invoice, reversal, input, messages: [:])
    }

    func issueCreditNote(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        let invoice = try issuedInvoice(desk, id)
        let reversal = try reversal(visit.form["retour"], of: invoice)
        switch CreditNoteInput.read(visit.form) {
        case .wrong(let messages):
            return try creditNotePage(
                desk,
                invoice,
                reversal,
                CreditNoteInput(visit.form),
                messages: messages,
                status: 422
            )
        case .sound(let input):
            do {
                _ = try IssueCreditNote(
                    companyID: desk.companyID,
                    invoiceID: id,
                    amount: input.amount,
                    reason: input.reason,
                    reversalID: reversal?.id
                ).run(in: office)
            } catch let refusal as CreditNoteRefusal {
                let messages = ["amount": refusal.french]
                return try creditNotePage(
                    desk,
                    invoice,
                    reversal,
                    CreditNoteInput(visit.form),
                    messages: messages,
                    status: 422
                )
            }
            return .redirect(to: "/factures/\(id)")
        }
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
        let body: HTML = """
            <h1>Créer un avoir</h1>
            \(if: !messages.isEmpty, "<p class=\"alert\" role=\"alert\">Vérifiez les champs signalés ci-dessous.</p>")
            <form method="post" action="/factures/\(invoice.id)/avoir" class="sheet" novalidate>
            \(formToken(desk.member))
            \(reversal.map { "<input type=\"hidden\" name=\"retour\" value=\"\($0.id)\">" as HTML })
            <p class="lead">Facture <span class="number">\(invoice.number ?? "")</span> de <strong>\(invoice.total.french)</strong>\u{A0}; \
            \(try creditable(invoice).french) peuvent encore faire l’objet d’un avoir.</p>
            \(reversal.map(answer))
            \(FormField("amount", "Montant de l’avoir, en euros", value: input.amount, message: messages["amount"],
                hint: "Le total annule la facture. Un avoir partiel n’est possible que sur une facture payée.", limit: 20,
                isRequired: true).html)
            \(FormField("reason", "Motif", value: input.reason, message: messages["reason"], isRequired: true).html)
            <p>L’avoir prendra le prochain numéro de sa série et <strong>ne pourra plus être modifié</strong>.\
            \(if: reversal == nil, " Il n’inscrit rien au registre\u{A0}: une recette n’en est retirée que si l’argent a été rendu.")</p>
            <p class="actions"><button class="button">Créer l’avoir</button>
            <a href="/factures/\(invoice.id)">Revenir à la facture</a></p>
            </form>
            """
        return layout("Créer un avoir", desk, at: .invoices).response(status: status, body)
    }

    private func answer(_ reversal: ReversalRecord) -> HTML {
        """
        <p class="notice">Cet avoir répond \(reversal.kind == .refund ? "au remboursement" : "au litige perdu") de \
        \(reversal.amount.french) du \(reversal.beganOn.frenchLong) chez Stripe. Une ligne négative de \(reversal.amount.french) \
        sera inscrite à cette date dans votre registre des recettes.</p>
        """
    }
}

/// What stands in the form of a credit note.
struct CreditNoteInput {
    let amount: String
    let reason: String

    /// The form with these texts.
    init(amount: String, reason: String) {
        self.amount = amount
        self.reason = reason
    }

    /// The form as it was sent.
    init(_ form: Form) {
        self.init(amount: form["amount"] ?? "", reason: form["reason"] ?? "")
    }

    /// What the form says, or what is wrong with it.
    static func read(_ form: Form) -> Reading<(amount: Cents, reason: String)> {
        var typed = Typed(form)
        let amount = typed.value("amount", "Indiquez un montant, par exemple 150,00.") { Cents(euros: $0) }
        if amount == nil { typed.refuse("amount", "Indiquez un montant, par exemple 150,00.") }
        let reason = typed.required("reason", "Indiquez le motif de l’avoir.")
        guard typed.isSound, let amount else { return .wrong(typed.messages) }
        return .sound((amount, reason))
    }
}
