import Accounting
import French
import Invoicing
import Operations
import Store
import Web

extension Dashboard {
    /// The last look before a number is given: what cannot be changed afterwards, and the switch of online payment.
    func issueForm(_ desk: Desk, _ id: Int64) throws -> Response {
        try sayingWhatForbids(desk, id) {
            if let draft = try reader.draft(id, of: desk.companyID) {
                if let refusal = try reader.quote(ofInvoice: id)?.refusal(of: draft) { throw refusal }
                _ = try Preview(draft, of: desk.companyID, reader, office.outside)
            }
            return try issuePage(desk, id, problem: nil)
        }
    }

    func issue(_ desk: Desk, _ visit: Visit, _ id: Int64) throws -> Response {
        try sayingWhatForbids(desk, id, status: 422) {
            _ = try IssueInvoice(
                companyID: desk.companyID,
                invoiceID: id,
                offersOnlinePayment: visit.form["online_payment"] != "non",
                seen: visit.form.seen ?? .unknown
            ).run(in: office)
            return .done(.issued, at: "/factures/\(id)")
        }
    }

    /// What a closure answers; when the draft cannot be issued as it is, the page that says why.
    private func sayingWhatForbids(
        _ desk: Desk,
        _ id: Int64,
        status: Int = 200,
        _ answer: () throws -> Response
    ) throws -> Response {
        do {
            return try answer()
        } catch IssueRefusal.incomplete(let missing) {
            let client = try reader.draft(id, of: desk.companyID)?.clientID
            let problem = list(of: missing, draft: id, client: client)
            return try issuePage(desk, id, problem: problem, isFinal: true, status: status)
        } catch let refusal as IssueRefusal where refusal != .alreadyIssued {
            let isFinal = refusal != .changedMeanwhile
            return try issuePage(desk, id, problem: "\(refusal.french)", isFinal: isFinal, status: status)
        }
    }

    /// What is missing, each with the way to its field.
    private func list(of missing: [MissingMention], draft: Int64, client: Int64?) -> HTML {
        let items: [HTML] = missing.map { mention in
            let field = mention.field(draft: draft, client: client)
            return "<li>\(mention.french) <a href=\"\(field.path)#\(field.anchor)\">\(field.label)</a></li>"
        }
        return "Il manque des mentions obligatoires\u{A0}: <ul>\(items)</ul>"
    }

    /// The draft as it would be issued; what forbids it is said where one would issue it.
    func preview(_ desk: Desk, _ id: Int64) throws -> Response {
        try sayingWhatForbids(desk, id, status: 422) {
            guard let draft = try reader.draft(id, of: desk.companyID) else { throw NotFound() }
            let file = try Preview(draft, of: desk.companyID, reader, office.outside).file(reader, office.press)
            return .pdf(file, named: "brouillon", isShown: true)
        }
    }

    /// The page with what is wrong; when that is final, nothing can be issued before it is mended.
    private func issuePage(
        _ desk: Desk,
        _ id: Int64,
        problem: HTML?,
        isFinal: Bool = false,
        status: Int = 200
    ) throws -> Response {
        // An invoice that is issued already, seen again through the back button, shows itself.
        if let invoice = try reader.invoice(id, of: desk.companyID), invoice.state != .draft {
            return .redirect(to: "/factures/\(id)")
        }
        guard let draft = try reader.draft(id, of: desk.companyID),
            let client = try reader.client(draft.clientID, of: desk.companyID)
        else { throw NotFound() }
        let quote = try reader.quote(ofInvoice: id)
        let deducted = try reader.freeDeposits(of: desk.companyID)
            .filter { draft.depositIDs.contains($0.invoiceID) && $0.isFree(for: quote) }
        let company = try company(desk)
        let charged = company.seller.charging(draft.lines)
        let total = charged.totals.gross - deducted.map(\.deducted.amount).sum
        let number = try reader.nextNumber(series: .invoice, of: desk.companyID, on: today)
        let account = try reader.connectedAccount(of: desk.companyID)
        let confirm: HTML = """
            <p>Elle prendra le numéro <strong>\(number.text)</strong> et <strong>ne pourra plus être modifiée</strong>\u{A0}: une erreur se \
            corrige ensuite par un avoir.</p>
            \(OnlinePaymentChoice(amount: total, account: account, isOn: true, hasBank: company.seller.bank != nil).html)
            <p class="actions"><button class="button">Finaliser la facture</button>
            <a href="/factures/\(id)/apercu.pdf" target="_blank">Voir l’aperçu (PDF)</a>
            <a href="/factures/\(id)">Revenir au brouillon</a></p>
            """
        let mend: HTML = """
            <p class="actions"><a class="button" href="/factures/\(id)">Revenir au brouillon</a></p>
            """
        let body: HTML = """
            <h1>Finaliser la facture</h1>
            \(problem.map { "<div class=\"alert\" role=\"alert\">\($0)</div>" as HTML })
            \(problem == nil ? charged.notice() : nil)
            <form method="post" action="/factures/\(id)/finaliser" class="sheet narrow">
            \(formToken(desk.member))
            \(SeenField.html(Edition(of: draft.with(lines: charged.decided)).text))
            <p class="lead">\(draft.kind.french) de <strong>\(total.french)</strong> pour <strong>\(client.buyer.name)</strong>.</p>
            \(isFinal ? mend : confirm)
            </form>
            """
        return layout("Finaliser la facture", desk, at: .invoices).response(status: status, body)
    }
}
