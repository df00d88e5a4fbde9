import Accounting
import French
import Operations
import Store
import Web

extension Dashboard {
    func registerPage(_ desk: Desk, _ visit: Visit) throws -> Response {
        let rhythm = try reader.declarationRhythm(of: desk.companyID)
        let view = RegisterView(visit.request.query, now: rhythm.period(of: today))
        guard let days = try reader.registerDays(of: desk.companyID) else {
            return layout("Registre des recettes", desk, at: .register).response(Self.emptyRegister)
        }
        let sums = try reader.registerSums(
            RegisterSelection(companyID: desk.companyID, period: view.period)
        )
        let verdict = try VerifyRegister(companyID: desk.companyID, lastLines: Self.linesVerifiedOnPage).run(reader)
        let body: HTML = """
            <h1>Registre des recettes</h1>
            \(verdict.words)
            \(registerPicker(view, days))
            <div class="tab">
            \(declaration(desk, view, rhythm, sums))
            \(try registerLines(desk, view, RegisterTotal(sums)))
            \(registerTotals(view.period, sums))
            </div>
            """
        return layout("Registre des recettes\u{A0}: \(view.period.french)", desk, at: .register).response(body)
    }

    /// How many lines at the end of the register are verified each time that it is shown.
    private static let linesVerifiedOnPage: Int64 = 1_000

    func registerVerification(_ desk: Desk) throws -> Response {
        let verdict = try VerifyRegister(companyID: desk.companyID).run(reader)
        let body: HTML = """
            <h1>Vérification du registre</h1>
            \(verdict.words)
            <p>Chaque ligne porte l’empreinte de la précédente\u{A0}: une ligne modifiée ou retirée rompt la chaîne.</p>
            <p><a href="/registre">Revenir au registre</a></p>
            """
        return layout("Vérification du registre", desk, at: .register).response(body)
    }

    private static let emptyRegister: HTML = """
        <h1>Registre des recettes</h1>
        <div class="empty"><p>Aucun encaissement pour l’instant.</p>
        <p>Chaque paiement en ligne s’y inscrit de lui-même\u{A0}; les autres, quand vous les enregistrez sur leur \
        <a href="/factures">facture</a>.</p></div>
        """

    /// The period, from a list that works without script, and the ones beside it.
    private func registerPicker(_ view: RegisterView, _ days: ClosedRange<Day>) -> HTML {
        let last = max(days.upperBound.year, today.year)
        let years: [HTML] = (days.lowerBound.year...last).reversed().map { options(of: $0, view.period) }
        return """
            <form class="filter" action="/registre"><div class="field">
            <label for="periode">Période</label>
            <select id="periode" name="periode">
            <option value="tout"\(if: view.period == .all, " selected")>Tout le registre</option>
            \(if: !contains(view.period, days, last), option(view.period, view.period))
            \(years)
            </select></div>
            <button>Afficher</button>
            <p>\(neighbour(view.period.previous, "←\u{A0}"))
            \(neighbour(view.period.next, "", "\u{A0}→"))</p>
            </form>
            """
    }

    private func contains(_ period: RegisterPeriod, _ days: ClosedRange<Day>, _ last: Int) -> Bool {
        guard let own = period.days else { return true }
        return (days.lowerBound.year...last).contains(own.lowerBound.year)
    }

    private func neighbour(_ period: RegisterPeriod?, _ before: String, _ after: String = "") -> HTML? {
        period.map { period in
            "<a href=\"\(RegisterView(period: period).address())\">\(before)\(period.french)\(after)</a>"
        }
    }

    private func options(of year: Int, _ chosen: RegisterPeriod) -> HTML {
        let months = (1...12).reversed().map { RegisterPeriod.month(year: year, month: $0) }
        let quarters = (1...4).reversed().map { RegisterPeriod.quarter(year: year, quarter: $0) }
        let options = ([.year(year)] + quarters + months).map { option($0, chosen) }
        return "<optgroup label=\"\(year)\">\(options)</optgroup>"
    }

    private func option(_ period: RegisterPeriod, _ chosen: RegisterPeriod) -> HTML {
        "<option value=\"\(period.text)\"\(if: period == chosen, " selected")>\(period.french)</option>"
    }
}
