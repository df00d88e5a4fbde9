import Accounting
import French
import Web

extension Dashboard {
    /// What a period adds up to, by every measure that divides it.
    func registerTotals(_ period: RegisterPeriod, _ sums: [RegisterSum]) -> HTML? {
        guard !sums.isEmpty else { return nil }
        let byYear = groups(of: sums) { RegisterPeriod.year($0.year) }
        let byQuarter = groups(of: sums) { RegisterPeriod.quarter(year: $0.year, quarter: ($0.month + 2) / 3) }
        let byMonth = groups(of: sums) { RegisterPeriod.month(year: $0.year, month: $0.month) }
        let tables: [HTML] = [
            period == .all ? periods("Par année", "Année", byYear, sums) : nil,
            period.isLongerThanQuarter ? periods("Par trimestre", "Trimestre", byQuarter, sums) : nil,
            period.isLongerThanMonth ? periods("Par mois", "Mois", byMonth, sums) : nil,
            table(
                "Par catégorie",
                "Catégorie",
                groups(of: sums, by: \.activity).map { ("\($0.key.french)", $0.total) },
                sums
            ),
            table(
                "Par mode de règlement",
                "Mode",
                groups(of: sums, by: \.means).map { ("\($0.key.rawValue)", $0.total) },
                sums
            ),
        ].compactMap(\.self)
        return
            "<section aria-labelledby=\"totaux\"><h2 id=\"totaux\">Totaux\u{A0}: \(period.french)</h2>\(tables)</section>"
    }

    private func groups<Key: Hashable>(
        of sums: [RegisterSum],
        by key: (RegisterSum) -> Key
    ) -> [(key: Key, total: RegisterTotal)] {
        var order: [Key] = []
        var members: [Key: [RegisterSum]] = [:]
        for sum in sums {
            if members[key(sum)] == nil { order.append(key(sum)) }
            members[key(sum), default: []].append(sum)
        }
        return order.map { ($0, RegisterTotal(members[$0] ?? [])) }
    }

    private func periods(
        _ caption: String,
        _ heading: String,
        _ groups: [(key: RegisterPeriod, total: RegisterTotal)],
        _ sums: [RegisterSum]
    ) -> HTML {
        let rows: [(HTML, RegisterTotal)] = groups.map { group in
            ("<a href=\"\(RegisterView(period: group.key).address())\">\(group.key.french)</a>", group.total)
        }
        return table(caption, heading, rows, sums)
    }

    private func table(
        _ caption: String,
        _ heading: String,
        _ rows: [(name: HTML, total: RegisterTotal)],
        _ sums: [RegisterSum]
    ) -> HTML {
        let total = RegisterTotal(sums)
        let rows: [HTML] = rows.map { row($0.name, $0.total, total) }
        return """
            <div class="scroll"><table class="list"><caption>\(caption)</caption>
            <thead><tr><th scope="col">\(heading)</th><th scope="col" class="amount">Lignes</th>\
            <th scope="col" class="amount">Encaissé HT</th><th scope="col" class="amount">TVA</th>\
            \(if: total.shares.disbursed != .zero, "<th scope=\"col\" class=\"amount\">Débours</th>")\
            <th scope="col" class="amount">Encaissé TTC</th></tr></thead>
            <tbody>\(rows)</tbody><tfoot>\(row("Total", total, total))</tfoot></table></div>
            """
    }

    /// A row; « débours » are a column of their own where the period has any.
    private func row(_ name: HTML, _ total: RegisterTotal, _ whole: RegisterTotal) -> HTML {
        """
        <tr><th scope="row">\(name)</th><td class="amount" data-label="Lignes">\(total.count.frenchGrouped)</td>\
        <td class="amount" data-label="Encaissé HT">\(total.shares.net.french)</td>\
        <td class="amount" data-label="TVA">\(total.shares.tax.french)</td>\
        \(if: whole.shares.disbursed != .zero, "<td class=\"amount\" data-label=\"Débours\">\(total.shares.disbursed.french)</td>")\
        <td class="amount" data-label="Encaissé TTC">\(total.shares.amount.french)</td></tr>
        """
    }
}

extension RegisterPeriod {
    fileprivate var isLongerThanMonth: Bool { if case .month = self { false } else { true } }

    fileprivate var isLongerThanQuarter: Bool {
        switch self {
        case .month, .quarter: false
        case .year, .all: true
        }
    }
}
