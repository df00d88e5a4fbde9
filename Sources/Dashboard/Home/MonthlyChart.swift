import Accounting
import French
import Web

/// Twelve bars, and the same in a table.
struct MonthlyChart {
    let receipts: Receipts

    private static let nothingYet: HTML = """
        <p class="hint">Rien n’a encore été encaissé. Chaque paiement reçu dressera ici la barre de son mois\u{A0}: \
        <a href="/factures">envoyez une facture</a>, ou enregistrez-y un paiement.</p>
        """

    /// The height of the highest bar in pixels; widths are hundredths of the room there is.
    private static let (height, margin, step, bar) = (150, 3, 8, 6)

    var html: HTML {
        let months = receipts.lastTwelve
        guard months.contains(where: { $0.amount != .zero }) else { return Self.nothingYet }
        // A month in which more went back than came in has no bar; the table says so.
        let highest = max(months.map(\.amount.value).max() ?? 0, 1)
        let bars: [HTML] = months.enumerated().map { index, month in
            let tall = Int(max(month.amount.value, 0) * Int64(Self.height) / highest)
            let left = Self.margin + index * Self.step
            return """
                <rect x="\(left)%" y="\(Self.height - tall)" width="\(Self.bar)%" height="\(tall)" rx="2"/>\
                <text x="\(left + Self.bar / 2)%" y="\(Self.height + 17)">\(month.month.abbreviation)</text>
                """
        }
        let rows: [HTML] = months.reversed().map { month in
            "<tr><th scope=\"row\" data-label=\"Mois\">\(month.month.french)</th><td class=\"amount\" data-label=\"Encaissé\">\(month.amount.french)</td></tr>"
        }
        return """
            <svg class="chart" width="100%" height="\(Self.height + 24)" role="img" aria-label="Encaissements par mois\u{A0}; le \
            tableau qui suit donne les montants">\(bars)</svg>
            <details class="undo"><summary>Voir les montants</summary>
            <table class="list"><caption>Encaissements par mois, le plus récent d’abord</caption>
            <thead><tr><th scope="col">Mois</th><th scope="col" class="amount">Encaissé</th></tr></thead>
            <tbody>\(rows)</tbody></table></details>
            """
    }
}

extension CalendarPeriod {
    /// The month as it is abbreviated in French.
    fileprivate var abbreviation: String {
        [
            "janv.", "févr.", "mars", "avr.", "mai", "juin", "juil.", "août", "sept.", "oct.", "nov.", "déc.",
        ][firstMonth - 1]
    }
}
