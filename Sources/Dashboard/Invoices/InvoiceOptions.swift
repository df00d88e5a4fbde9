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
    let reversals: [ReversalRecord]
    let sendings: [Sending]
    let account: StripeAccount?
    /// Whether the document says where to transfer the amount to.
    let hasBank: Bool
    let reminders: InvoiceReminders

    var html: HTML {
        """
        \(if: awaitsSending, sending)
        \(RefundSection(invoiceID: invoice.id, owed: owedBack, atStripe: refundAtStripe).html)
        \(receipts)
        \(if: isFreeDeposit, """
            <section><h2>Solde</h2><p><a class="button quiet" href="/factures/nouvelle?acompte=\(invoice.id)">Créer la facture de solde</a></p>
            <p class="hint">Elle déduira cet acompte.</p></section>
            """)
        \(if: invoice.state.isOpen, online)
        \(files)
        \(if: !awaitsSending, sending)
        \(reminders.html)
        \(corrections)
        \(duplication)
        """
    }

    /// What waits to be sent: nothing comes before it.
    private var awaitsSending: Bool { invoice.delivery == .toSend && invoice.state.isOpen }

    private var receipts: HTML? {
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

    /// The way to the newest payment at Stripe, where it can be given back.
    private var refundAtStripe: HTML? {
        for payment in payments.reversed() where payment.reversalID == nil {
            guard case .stripe(let account, let reference) = payment.source else { continue }
            return door.button("Rembourser chez Stripe", account: account, payment: reference, isFirst: true)
        }
        return nil
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

    private var online: HTML {
        let choice = OnlinePaymentChoice(
            amount: invoice.state.due,
            account: account,
            isOn: invoice.offersOnlinePayment,
            hasBank: hasBank
        )
        guard let account, account.state.takesPayments, OnlineAmount.range.contains(invoice.state.due) else {
            return "<section><h2>Paiement en ligne</h2>\(choice.html)</section>"
        }
        let isOn = invoice.offersOnlinePayment
        let price = OnlinePaymentChoice.price(of: invoice.state.due, on: account)
        return """
            <section><h2>Paiement en ligne</h2>
            <p><strong>\(isOn ? "Oui" : "Non")</strong>\(isOn ? "\u{A0}: \(price)." : "\u{A0}: votre client ne peut régler que par un autre moyen.")</p>
            <form method="post" action="/factures/\(invoice.id)/paiement-en-ligne">\(formToken(desk.member))
            <input type="hidden" name="online_payment" value="\(isOn ? "non" : "oui")">
            <button class="quiet">\(isOn ? "Désactiver" : "Activer")</button></form></section>
            """
    }

    private var sending: HTML {
        """
        <section><h2>Envoyer au client</h2>
        \(sendings.first { !$0.isCopy }.map { LastSending(sending: $0, path: "/factures/\(invoice.id)/envoyer").html })
        \(invoice.seenAt.map { "<p class=\"hint\">Vue par votre client le \(ParisTime($0).french).</p>" as HTML })
        <p><a class="button\(if: !awaitsSending, " quiet")" href="/factures/\(invoice.id)/envoyer">\
        \(invoice.delivery == .toSend ? "Envoyer" : "Envoyer de nouveau")</a></p>
        <div class="field"><label for="link">Lien de visualisation</label>
        <input id="link" value="\(link)" readonly data-copy="le lien"></div>
        <p><a href="\(link)">Voir la page du client</a></p>
        <details class="undo"><summary>Remplacer le lien</summary>
        <p class="hint">L’ancien lien ne montrera plus la facture, et le code «\u{A0}Payer par carte\u{A0}» des PDF déjà envoyés non plus.</p>
        <form method="post" action="/factures/\(invoice.id)/lien">\(formToken(desk.member))
        <button class="danger">Créer un nouveau lien</button></form></details>
        </section>
        """
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

    private var corrections: HTML {
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
