import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// « Documents »: the logo, and what the law wants on the invoices of some trades.
    func documentSettings(_ desk: Desk) throws -> Response {
        documentsPage(desk, try company(desk))
    }

    func saveDocumentSettings(_ desk: Desk, _ visit: Visit) throws -> Response {
        let (company, seen) = (try company(desk), visit.form.seen)
        var form = NoticesForm(desk: desk, seller: company.seller, input: NoticesInput(visit.form))
        switch NoticesInput.read(visit.form) {
        case .wrong(let messages):
            form.messages = messages
            return documentsPage(desk, company, notices: form, status: 422)
        case .sound(let notices):
            do {
                try SaveNotices(companyID: desk.companyID, seen: seen, notices: notices).run(in: office)
                return .done(.settingsSaved, at: CompanyTab.documents.path)
            } catch is ChangedMeanwhile {
                form.input.seen = Edition(of: try self.company(desk).seller.notices).text
                form.isOvertaken = true
                return documentsPage(desk, company, notices: form, status: 409)
            }
        }
    }

    func documentsPage(
        _ desk: Desk,
        _ company: Company,
        notices: NoticesForm? = nil,
        logoMessage: String? = nil,
        status: Int = 200
    ) -> Response {
        let seller = company.seller
        let notices = notices ?? NoticesForm(desk: desk, seller: seller, input: NoticesInput(seller.notices))
        let isWrong = logoMessage != nil || !notices.messages.isEmpty
        let body: HTML = """
            \(CompanyTab.documents.heading)
            \(if: isWrong, "<p class=\"alert\" role=\"alert\">Vérifiez les champs signalés ci-dessous.</p>")
            \(logoForm(desk, company, logoMessage))
            \(notices.html)
            """
        return layout("Documents", desk).response(status: status, body)
    }
}
