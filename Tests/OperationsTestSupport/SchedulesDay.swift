import Accounting
public import Invoicing
import Operations
public import Store

extension Story {
    /// A freelancer begins a schedule.
    public func schedule(
        _ rhythm: Rhythm,
        _ mode: SavedSchedule.Mode,
        for client: Int64,
        of freelancer: Freelancer
    ) throws -> Int64 {
        let draft = SavedDraft(
            clientID: client,
            subject: "Maintenance",
            lines: [.work],
            suppliedOn: nil,
            paymentTermDays: 30
        )
        return try SaveSchedule(
            companyID: freelancer.companyID,
            schedule: SavedSchedule(draft: draft, mode: mode, rhythm: rhythm),
            from: newForm
        ).run(in: office(of: .dashboard))
    }

    /// The worker makes what is due.
    public func makeDueInvoices() throws {
        let failures = try MakeDueInvoices().run(in: office(of: .work))
        guard failures.isEmpty else { throw StoryError(reason: failures.joined(separator: "; ")) }
    }

    /// Everything about schedules.
    func lookAfterSchedules(_ jeanne: Freelancer) throws {
        let browser = Browser(self, of: jeanne)
        let bill = try bill(from: jeanne)
        let client = try client(of: jeanne)
        for page in ["/recurrentes", "/recurrentes/nouvelle?facture=\(bill.id)"] { try browser.open(page).mustBe(200) }
        let empty = try browser.open("/recurrentes/nouvelle")
        try empty.mustBe(200)
        let form = [
            ("client", "\(client)"), ("payment_term_days", "30"), ("designation", "x"), ("quantity", "1"),
            ("price", "100"), ("every", "1"), ("period", "mois"), ("first_on", now.parisDay.iso), ("mode", "send"),
        ]
        for _ in 1...2 { try browser.send("/recurrentes/nouvelle", form + empty.key).mustBe(200) }
        let rhythm = Rhythm(every: 1, unit: .month, first: now.parisDay, end: .never)
        let drafts = try schedule(rhythm, .draft, for: client, of: jeanne)
        let mute = try schedule(rhythm, .send, for: try self.client(.person, of: jeanne), of: jeanne)
        try chargeVAT(jeanne)
        try makeDueInvoices()
        try doErrands()
        let change = try browser.open("/recurrentes/\(mute)/modifier")
        try change.mustBe(200)
        for _ in 1...2 { try browser.send("/recurrentes/\(mute)/modifier", form + change.seen).mustBe(200) }
        for id in [drafts, mute] { try browser.open("/recurrentes/\(id)").mustBe(200) }
        for gesture in ["pause", "reprendre", "terminer"] {
            try browser.send("/recurrentes/\(drafts)/\(gesture)").mustBe(200)
        }
        try browser.open("/notifications").mustBe(200)
    }

    /// A freelancer charges VAT for a moment: what is not issued yet is counted so.
    private func chargeVAT(_ freelancer: Freelancer) throws {
        guard let company = try reader.company(freelancer.companyID) else { throw StoryError(reason: "no company") }
        for seller in [.paul, company.seller] {
            try rewrite(freelancer, to: seller, paymentTermDays: company.paymentTermDays)
        }
    }
}
