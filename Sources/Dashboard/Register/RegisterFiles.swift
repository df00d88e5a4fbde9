import Accounting
import French
import Operations
import Store
import Web

extension Dashboard {
    func registerSheet(_ desk: Desk, _ visit: Visit) throws -> Response {
        let view = try fileView(desk, visit)
        var export = ExportRegister(view.selection(desk), reader)
        return .file(type: "text/csv; charset=utf-8; header=present", named: "registre-\(view.period.text).csv") {
            try export.next()
        }
    }

    func registerPaper(_ desk: Desk, _ visit: Visit) throws -> Response {
        let view = try fileView(desk, visit)
        let pdf = try DrawRegister(view.selection(desk)).run(reader, office.press, on: today)
        guard let pdf else {
            let sentence: HTML = """
                <h1>Registre trop long</h1>
                <p>\(Self.tooLong)</p><p><a href="\(view.address())">Revenir au registre</a></p>
                """
            return layout("Registre trop long", desk, at: .register).response(status: 422, sentence)
        }
        return .pdf(pdf, named: "registre-\(view.period.text)")
    }

    /// The links to both files, or why there is one only.
    func registerFileLinks(_ view: RegisterView, _ total: RegisterTotal) -> HTML? {
        guard total.count > 0 else { return nil }
        let view = RegisterView(period: view.period, activity: view.activity)
        let paper: HTML =
            total.count > DrawRegister.maximumLines
            ? "<span class=\"hint\">\(Self.tooLong)</span>"
            : "<a class=\"button quiet\" href=\"\(view.address("/registre/registre.pdf"))\">Télécharger en PDF</a>"
        return """
            <p class="actions"><a class="button quiet" href="\(view.address("/registre/registre.csv"))">\
            Télécharger en CSV</a>\(paper)</p>
            """
    }

    private static let tooLong = """
        Un PDF contient au plus \(DrawRegister.maximumLines.frenchGrouped) lignes\u{A0}: choisissez une période plus \
        courte, ou le CSV.
        """

    private func fileView(_ desk: Desk, _ visit: Visit) throws -> RegisterView {
        let rhythm = try reader.declarationRhythm(of: desk.companyID)
        let view = RegisterView(visit.request.query, now: rhythm.period(of: today))
        return RegisterView(period: view.period, activity: view.activity)
    }
}
