import Accounting
import French
import Operations
import Store
import Web

extension Dashboard {
    /// What is declared to Urssaf for the period shown, or where to find it.
    func declaration(
        _ desk: Desk,
        _ view: RegisterView,
        _ rhythm: DeclarationRhythm,
        _ sums: [RegisterSum]
    ) -> HTML {
        """
        <section class="sheet" aria-labelledby="urssaf"><h2 id="urssaf">Déclaration à l’Urssaf</h2>
        \(view.period.isDeclared(by: rhythm) ? figures(view, sums) : elsewhere(rhythm))
        \(rhythmForm(desk, rhythm))</section>
        """
    }

    func chooseDeclaration(_ desk: Desk, _ visit: Visit) throws -> Response {
        guard let rhythm = visit.form["rythme"].flatMap(DeclarationRhythm.init) else {
            return .redirect(to: "/registre")
        }
        try ChooseDeclaration(companyID: desk.companyID, rhythm: rhythm).run(in: office)
        return .done(.settingsSaved, at: "/registre")
    }

    private func figures(_ view: RegisterView, _ sums: [RegisterSum]) -> HTML {
        let rows: [HTML] = Activity.allCases.map { activity in
            let total = RegisterTotal(sums.filter { $0.activity == activity })
            let lines = RegisterView(period: view.period, activity: activity)
            return """
                <tr><th scope="row">\(activity.declared)</th>\
                <td data-label="Lignes">\(if: total.count > 0, "<a href=\"\(lines.address())#lignes\">")\
                \(total.count.frenchGrouped)\(if: total.count > 0, "</a>")</td>\
                <td class="amount" data-label="À déclarer"><strong>\(max(total.shares.net, .zero).french)</strong></td></tr>
                """
        }
        let isNegative = Activity.allCases.contains { activity in
            RegisterTotal(sums.filter { $0.activity == activity }).shares.net < .zero
        }
        return """
            <div class="scroll"><table class="list">
            <caption>Chiffre d’affaires encaissé, hors taxes et hors débours, \(view.period.french)\(unfinished(view.period))</caption>
            <thead><tr><th scope="col">Catégorie</th><th scope="col">Lignes</th>\
            <th scope="col" class="amount">À déclarer</th></tr></thead>
            <tbody>\(rows)</tbody></table></div>
            <p class="hint">Les frais de paiement ne se déduisent pas. Une déclaration est due même quand tout est à zéro.</p>
            \(if: isNegative, "<p class=\"warning\">Une catégorie est négative\u{A0}: déclarez 0\u{202F}€, et voyez avec l’Urssaf comment régulariser.</p>")
            """
    }

    private func unfinished(_ period: RegisterPeriod) -> HTML? {
        guard let end = period.days?.upperBound, end >= today else { return nil }
        return "\u{A0}; ces montants changent encore jusqu’au \(end.frenchShort)"
    }

    private func elsewhere(_ rhythm: DeclarationRhythm) -> HTML {
        let period = rhythm.period(of: today)
        return """
            <p>Vous déclarez \(rhythm.french). <a href="\(RegisterView(period: period).address())">\
            Montants pour\u{A0}: \(period.french)</a></p>
            """
    }

    private func rhythmForm(_ desk: Desk, _ rhythm: DeclarationRhythm) -> HTML {
        let options = [DeclarationRhythm.quarter, .month].map { ($0.rawValue, $0.french) }
        return """
            <form method="post" action="/registre/declaration" class="filter" aria-label="Rythme de déclaration">
            \(formToken(desk.member))
            \(FormChoice("rythme", "Je déclare", options: options, selected: rhythm.rawValue).html)
            <button>Enregistrer</button></form>
            """
    }
}

extension Activity {
    /// The line of the declaration.
    fileprivate var declared: String {
        switch self {
        case .sale: "Ventes de marchandises (BIC)"
        case .service: "Prestations de services commerciales ou artisanales (BIC)"
        case .liberal: "Autres prestations de services (BNC)"
        }
    }
}
