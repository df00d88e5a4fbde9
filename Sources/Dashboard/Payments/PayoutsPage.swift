import Accounting
import French
import Store
import Web

extension Dashboard {
    func payouts(_ desk: Desk) throws -> Response {
        let payouts = try reader.payouts(of: desk.companyID)
        let content: HTML = """
            <p class="intro">Stripe verse sur votre compte bancaire ce que vos clients ont payé, frais déduits. Chaque versement \
            s’explique ligne par ligne.</p>
            \(payouts.isEmpty ? noPayout : table(payouts.map(row)))
            """
        return paymentsPage(.payouts, desk, try OpenMatters(of: desk.companyID, reader), content)
    }

    private var noPayout: HTML {
        """
        <div class="empty"><p>Aucun versement pour l’instant.</p>
        <p>Le premier est annoncé ici quelques jours après votre premier paiement en ligne.</p>
        <p><a href="\(CompanyTab.onlinePayment.path)">Voir où en est le paiement en ligne</a></p></div>
        """
    }

    private func table(_ rows: [HTML]) -> HTML {
        """
        <div class="scroll"><table class="list"><caption>Versements, le plus récent d’abord</caption>
        <thead><tr><th scope="col">Arrivée en banque</th><th scope="col">État</th>\
        <th scope="col" class="amount">Montant</th><th scope="col">Référence Stripe</th></tr></thead>
        <tbody>\(rows)</tbody></table></div>
        """
    }

    private func row(_ payout: PayoutRecord) -> HTML {
        """
        <tr><th scope="row"><a href="/paiements/versements/\(payout.id)">Versement du \(payout.arrivesOn.frenchLong)</a></th>
        <td data-label="État">\(statusChip(payout.state.status))</td>\
        <td class="amount" data-label="Montant">\(payout.amount.french)</td>
        <td class="reference" data-label="Référence Stripe">\(payout.reference)</td></tr>
        """
    }
}

extension PayoutRecord.State {
    /// How the seller is told.
    var status: StatusWord {
        switch self {
        case .pending: StatusWord(word: "Prévu", sign: "…", tone: "finalised")
        case .inTransit: StatusWord(word: "En route", sign: "➤", tone: "processing")
        case .paid: StatusWord(word: "Versé", sign: "✓", tone: "paid")
        case .failed: StatusWord(word: "Refusé", sign: "!", tone: "disputed")
        case .canceled: StatusWord(word: "Annulé", sign: "✕", tone: "cancelled")
        }
    }
}
