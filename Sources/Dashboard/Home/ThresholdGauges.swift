import Accounting
import French
import Invoicing
import Web

/// How far this year's turnover is from what ends the franchise of VAT and the micro-enterprise.
struct ThresholdGauges {
    let seller: Seller
    let turnover: Receipts

    var html: HTML {
        let year = turnover.today.year
        let received = turnover.of(CalendarPeriod(.year, of: turnover.today))
        let thresholds = TurnoverThresholds.inForce(in: year, for: seller.activity)
        return """
            <section><h2>Seuils de \(year)</h2>
            \(if: seller.isUnderFranchise, gauge("Franchise de TVA", "franchise", received, thresholds.franchise))
            \(if: seller.isUnderFranchise && received > thresholds.franchise, """
                <p class="hint">Au-delà de \(thresholds.franchise.french), vous facturez la TVA dès le 1er janvier prochain\u{A0}; au-delà \
                de \(thresholds.franchiseCap.french), dès le jour du dépassement.</p>
                """)
            \(gauge("Régime micro-entreprise", "micro", received, thresholds.micro))
            <p class="hint">\(seller.activity.french). Encaissements de l’année inscrits au registre, \
            \(if: !seller.isUnderFranchise, "hors taxes et ")hors débours. \
            Seuils publiés pour \(thresholds.since).</p>
            </section>
            """
    }

    private func gauge(_ label: String, _ id: String, _ received: Cents, _ threshold: Cents) -> HTML {
        let share = max(received.value, 0) * 100 / threshold.value
        return """
            <p><label for="\(id)">\(label)</label>
            <meter id="\(id)" min="0" max="100" high="80" optimum="0" value="\(min(share, 100))">\(share)\u{A0}%</meter>
            <span class="hint">\(received.french) sur \(threshold.french), soit \(share)\u{A0}%</span></p>
            """
    }
}
