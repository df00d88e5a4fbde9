import Accounting
import French
import Invoicing
import Operations
import Payments
import Store
import Web

/// A payment that no invoice expected, with what can be done about it.
struct ToCheckCase {
    let payment: QuarantinedPayment
    let member: Session
    let door: StripeDoor
    /// The invoices that it may be assigned to, the likeliest first.
    let candidates: [InvoiceSummary]
    /// True when the invoice that it came for can still be taken back.
    let mayBeCredited: Bool
    /// What went back of it already, or is about to.
    let gone: [ReversalRecord]

    var html: HTML {
        """
        <article class="case" aria-labelledby="paiement-\(payment.id)">
        <div>
        \(statusChip(StatusWord(word: "À vérifier", sign: "±", tone: "to-check")))
        <h2 id="paiement-\(payment.id)">\(payment.amountInWords), \(payment.client)</h2>
        <p>\(payment.reason.french) \(gone.isEmpty ? payment.reason.advice : "")</p>
        \(facts)
        </div>
        <div class="choices">
        \(assigning)
        \(refunding)
        \(crediting)
        </div>
        </article>
        """
    }

    private var facts: HTML {
        """
        <dl class="facts">
        <dt>Payé le</dt><dd>\(payment.receivedOn.frenchShort)</dd>
        <dt>Venu pour</dt><dd><a href="/factures/\(payment.invoiceID)" class="number">\(payment.number)</a></dd>
        <dt>Référence Stripe</dt><dd class="code">\(payment.reference)</dd>
        </dl>
        """
    }

    /// Only whole money, real and in euros, can pay an invoice.
    private var assigning: HTML {
        if !payment.canBeAssigned {
            return "<p>Il ne peut pas être affecté à une facture\u{A0}: \(whyNot).</p>"
        }
        if let first = gone.first {
            return "<p>Il ne peut plus être affecté à une facture\u{A0}: \(first.whatIsGoing).</p>"
        }
        if candidates.isEmpty {
            return """
                <p>Aucune de vos factures n’attend \(payment.amountInWords) ou plus\u{A0}: il ne peut pas être affecté.</p>
                """
        }
        return form
    }

    private var whyNot: String {
        payment.reason == .otherMode ? "il est d’un autre mode que vos factures" : "il n’est pas en euros"
    }

    private var form: HTML {
        let options: [HTML] = candidates.map { summary in
            """
            <option value="\(summary.invoice.id)">\(summary.invoice.number ?? ""), \
            \(summary.invoice.state.due.french), \(summary.clientName)</option>
            """
        }
        return """
            <form method="post" action="/paiements/\(payment.id)/affecter">\(formToken(member))
            <div class="field"><label for="facture-\(payment.id)">Affecter à une facture</label>
            <select id="facture-\(payment.id)" name="facture">\(options)</select></div>
            <button\(if: awaitsItsOwn, " class=\"button\"")>Affecter à cette facture</button></form>
            """
    }

    /// What went back already, or is about to, is looked at rather than given back once more.
    private var refunding: HTML? {
        if !gone.isEmpty { return door.button("Ouvrir Stripe", account: payment.account, payment: payment.reference) }
        let button = door.button(
            "Rembourser chez Stripe",
            account: payment.account,
            payment: payment.reference,
            isFirst: !awaitsItsOwn
        )
        guard let button else { return nil }
        return """
            <div>\(button)
            <p class="hint">Le remboursement se fait sur vos pages Stripe, qui s’ouvrent. NeedMe le constatera ici de \
            lui-même.</p></div>
            """
    }

    private var crediting: HTML? {
        guard mayBeCredited else { return nil }
        return """
            <p><a href="/factures/\(payment.invoiceID)/avoir">Créer un avoir</a> sur la facture \
            <span class="number">\(payment.number)</span></p>
            """
    }

    /// True when it most likely pays the invoice that it came for.
    private var awaitsItsOwn: Bool {
        gone.isEmpty && candidates.first?.invoice.id == payment.invoiceID
    }
}

extension ReversalRecord {
    fileprivate var whatIsGoing: String {
        switch (kind, state) {
        case (.dispute, _): "votre client conteste \(amount.french) auprès de sa banque"
        case (.refund, .pending): "un remboursement de \(amount.french) est en cours"
        case (.refund, _): "\(amount.french) ont été remboursés"
        }
    }
}
