import Accounting
import French
import Operations
import Store
import Web

extension Dashboard {
    func payout(_ desk: Desk, _ id: Int64) throws -> Response {
        guard let payout = try reader.payout(id, of: desk.companyID) else { throw NotFound() }
        let page = PayoutPage(payout: payout, lines: try reader.lines(ofPayout: id))
        let title = "Versement du \(payout.arrivesOn.frenchLong)"
        let matters = try OpenMatters(of: desk.companyID, reader)
        return paymentsPage(.payouts, title: title, desk, matters, page.html)
    }
}

/// A payout with the lines of the balance that make it up, which add up to it, to the cent.
private struct PayoutPage {
    let payout: PayoutRecord
    let lines: [PayoutLine]

    var html: HTML {
        """
        <p><a href="/paiements/versements">Tous les versements</a></p>
        <div class="head"><h2>Versement du \(payout.arrivesOn.frenchLong)</h2>\(statusChip(payout.state.status))</div>
        <dl class="facts">
        <dt>Montant</dt><dd><strong>\(payout.amount.french)</strong></dd>
        \(payout.isAutomatic ? "<dt>Somme des lignes</dt><dd>\(sum.french) \(comparison)</dd>" as HTML : nil)
        <dt>Référence Stripe</dt><dd class="code">\(payout.reference)</dd>
        </dl>
        \(if: !payout.isAutomatic, unexplained)
        \(if: payout.state == .failed, refused)
        \(if: !lines.isEmpty, table)
        """
    }

    private var sum: Cents { lines.map(\.net).sum }

    private var comparison: HTML {
        if sum == payout.amount {
            return statusChip(StatusWord(word: "Le compte y est", sign: "✓", tone: "paid"))
        }
        if lines.isEmpty { return "<span class=\"hint\">Stripe n’a pas encore détaillé ce versement.</span>" }
        return statusChip(
            StatusWord(word: "Différence de \((payout.amount - sum).french)", sign: "≠", tone: "disputed")
        )
    }

    private var unexplained: HTML {
        """
        <p class="notice">Ce versement n’est pas automatique\u{A0}: il a été demandé chez Stripe, qui ne dit pas quels paiements \
        le composent.</p>
        """
    }

    private var refused: HTML {
        """
        <p class="notice">Votre banque a refusé ce versement\u{A0}: la somme est revenue sur votre solde Stripe, qui la versera de \
        nouveau. Vérifiez-y votre IBAN.</p>
        """
    }

    private var table: HTML {
        """
        <div class="scroll"><table class="list"><caption>Ce qui compose ce versement, du plus ancien au plus récent</caption>
        <thead><tr><th scope="col">Nature</th><th scope="col">Date</th><th scope="col">Facture</th>\
        <th scope="col" class="amount">Montant</th><th scope="col" class="amount">Frais</th>\
        <th scope="col" class="amount">Net</th></tr></thead>
        <tbody>\(lines.map(row))</tbody>
        <tfoot><tr><th scope="row" colspan="3">Total</th>\
        <td class="amount" data-label="Montant">\(lines.map(\.amount).sum.french)</td>\
        <td class="amount" data-label="Frais">\(lines.map(\.fee).sum.french)</td>\
        <td class="amount" data-label="Net"><strong>\(sum.french)</strong></td></tr></tfoot>
        </table></div>
        """
    }

    private func row(_ line: PayoutLine) -> HTML {
        """
        <tr><th scope="row">\(line.words)</th>
        <td data-label="Date">\(line.createdAt.parisDay.frenchShort)</td>\
        <td class="number" data-label="Facture">\(line.number ?? "–")</td>
        <td class="amount" data-label="Montant">\(line.amount.french)</td>\
        <td class="amount" data-label="Frais">\(line.fee.french)</td>\
        <td class="amount" data-label="Net">\(line.net.french)</td></tr>
        """
    }
}

extension PayoutLine {
    /// What it comes from (Stripe, "Balance transaction types").
    fileprivate var words: String {
        switch kind {
        case "charge", "payment": "Paiement"
        case "refund", "payment_refund": "Remboursement"
        case "refund_failure", "payment_failure_refund": "Remboursement non abouti"
        case "adjustment": amount < .zero ? "Litige, somme retirée" : "Litige, somme rendue"
        case "payout_failure", "payout_cancel": "Versement revenu sur le solde"
        case "stripe_fee", "application_fee": "Frais"
        default: "Autre mouvement (\(kind))"
        }
    }
}
