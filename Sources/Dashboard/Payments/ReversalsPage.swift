import Accounting
import French
import Operations
import Payments
import Store
import Web

extension Dashboard {
    func reversals(_ desk: Desk) throws -> Response {
        let matters = try OpenMatters(of: desk.companyID, reader)
        let waiting = matters.reversals.filter(matters.waits)
        let others = matters.reversals.filter { !matters.waits($0) }
        let door = try StripeDoor(desk.member, to: waiting.map(\.account), reader)
        let cases = waiting.map { ReversalCase(reversal: $0, member: desk.member, door: door).html }
        let content: HTML = """
            <p class="intro">Un remboursement ou un litige chez Stripe ne modifie jamais votre facture à lui seul\u{A0}: c’est \
            l’avoir que vous créez ici qui l’annule, ou en reprend une partie.</p>
            \(if: matters.reversals.isEmpty, noReversal)
            \(if: !cases.isEmpty, "<div class=\"cases\">\(cases)</div>")
            \(if: !others.isEmpty, table(others.map { row($0, isRestored: matters.isRestored($0)) }, after: cases))
            """
        return paymentsPage(.reversals, desk, matters, content)
    }

    func setAsideReversal(_ desk: Desk, _ id: Int64) throws -> Response {
        try SetAsideReversal(companyID: desk.companyID, reversalID: id).run(in: office)
        return .done(.reversalSetAside, at: "/paiements/remboursements")
    }

    func restoreReversal(_ desk: Desk, _ id: Int64) throws -> Response {
        try RestoreReversal(companyID: desk.companyID, reversalID: id).run(in: office)
        return .done(.receiptRestored, at: "/paiements/remboursements")
    }

    private var noReversal: HTML {
        """
        <div class="empty"><p>Aucun remboursement, aucun litige.</p>
        <p>Si vous remboursez un client chez Stripe, ou si sa banque conteste un paiement, vous le verrez ici.</p></div>
        """
    }

    private func table(_ rows: [HTML], after cases: [HTML]) -> HTML {
        """
        \(if: !cases.isEmpty, "<h2>Les autres</h2>")
        <div class="scroll"><table class="list"><caption>Remboursements et litiges, le plus récent d’abord</caption>
        <thead><tr><th scope="col">État</th><th scope="col">Commencé le</th><th scope="col" class="amount">Montant</th>\
        <th scope="col">Facture</th><th scope="col">Client</th><th scope="col">Suite donnée</th>\
        <th scope="col">Référence Stripe</th></tr></thead>
        <tbody>\(rows)</tbody></table></div>
        """
    }

    private func row(_ reversal: ReversalRecord, isRestored: Bool) -> HTML {
        """
        <tr><th scope="row" class="decision">\(statusChip(reversal.state.status(of: reversal.kind)))</th>
        <td data-label="Commencé le">\(reversal.beganOn.frenchShort)</td>\
        <td class="amount" data-label="Montant">\(reversal.amount.french)</td>
        <td class="number" data-label="Facture"><a href="/factures/\(reversal.invoiceID)">\(reversal.number)</a></td>\
        <td class="words" data-label="Client">\(reversal.client)</td>
        <td data-label="Suite donnée">\(reversal.answer(isRestored: isRestored))</td>\
        <td class="reference" data-label="Référence Stripe">\(reversal.reference)</td></tr>
        """
    }
}

extension ReversalRecord {
    /// What was done about it, when nothing more is to be done.
    fileprivate func answer(isRestored: Bool) -> HTML {
        if let creditNote {
            return """
                <span>Avoir <span class="number">\(creditNote)</span>\
                \(if: isRestored, ", puis recette inscrite de nouveau")</span>
                """
        }
        if setAsideAt != nil { return "Classé sans avoir" }
        switch state {
        case .pending: return "Rien à faire pour l’instant"
        case .failed: return "Rien à faire\u{A0}: l’argent vous reste"
        // Booked money that went back would still wait.
        case .done: return "Rien à faire\u{A0}: jamais inscrit au registre"
        }
    }
}
