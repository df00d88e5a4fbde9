import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// One company never sees, guesses or changes another's objects.
@Suite(.database(.needme)) struct `Another company's object` {
    let story = Story()
    let owner: Freelancer
    let stranger: Freelancer
    let client: Int64
    let draft: Int64
    let bill: Bill

    init() throws {
        owner = try story.connectedFreelancer()
        stranger = try story.freelancer("paul@exemple.fr")
        client = try story.client(of: owner)
        draft = try story.draft(for: client, of: owner)
        bill = try story.bill(from: owner)
    }

    @Test func `is not found by any operation`() throws {
        let office = story.office(of: .dashboard)
        let saved = SavedDraft(clientID: client, subject: "x", lines: [.work], suppliedOn: nil, paymentTermDays: 0)
        let company = stranger.companyID
        #expect(try SaveClient(companyID: company, clientID: client, buyer: .person).run(in: office) == nil)
        for id in [draft, bill.id] {
            #expect(throws: NotFound()) {
                try SaveDraft(companyID: company, draft: try strangersDraft(), from: .saved(id)).run(in: office)
            }
            #expect(throws: NotFound()) { try RemoveDraft(companyID: company, invoiceID: id).run(in: office) }
            #expect(throws: NotFound()) { try DuplicateInvoice(companyID: company, invoiceID: id).run(in: office) }
            #expect(throws: NotFound()) { try MarkAsSent(companyID: company, invoiceID: id).run(in: office) }
            #expect(throws: NotFound()) {
                try IssueInvoice(companyID: company, invoiceID: id, offersOnlinePayment: true).run(in: office)
            }
        }
        #expect(throws: NotFound()) {
            try SaveDraft(companyID: company, draft: saved, from: story.newForm).run(in: office)
        }
    }

    @Test func `is a page that does not exist`() throws {
        let browser = Browser(story, of: stranger)
        for path in [
            "/clients/\(client)", "/clients/\(client)/modifier", "/factures/\(draft)", "/factures/\(draft)/finaliser",
            "/factures/\(bill.id)",
            "/factures/\(bill.id)/finaliser", "/factures/\(draft)/apercu.pdf",
        ] {
            #expect(try browser.open(path).status == 404, "\(path)")
        }
    }

    @Test func `is a form that does not exist`() throws {
        let browser = Browser(story, of: stranger)
        let own = try story.client(of: stranger)
        try browser.open("/factures")
        let line = [
            ("client", "\(own)"), ("payment_term_days", "1"), ("designation", "x"), ("quantity", "1"), ("price", "1"),
        ]
        for gesture in ["archiver", "desarchiver"] {
            #expect(try browser.send("/clients/\(client)/\(gesture)").status == 404, "\(gesture)")
        }
        #expect(try browser.send("/clients/\(client)/modifier", [("kind", "person"), ("name", "x")]).status == 404)
        for id in [draft, bill.id] {
            #expect(try browser.send("/factures/\(id)", line).status == 404)
            for gesture in ["supprimer", "finaliser", "envoyee", "dupliquer"] {
                #expect(try browser.send("/factures/\(id)/\(gesture)").status == 404, "\(gesture)")
            }
        }
    }

    @Test func `stands on none of a stranger's pages`() throws {
        try story.pay(bill)
        try story.deliver()
        let browser = Browser(story, of: stranger)
        for path in ["/clients", "/factures", "/factures/nouvelle", "/registre", "/notifications", "/entreprise"] {
            let text = try browser.open(path).text
            #expect(!text.contains("Atelier Durand") && !text.contains(bill.number.text), "\(path)")
        }
        #expect(try story.reader.notifications(of: stranger.companyID) == [])
    }

    @Test func `keeps its own numbers`() throws {
        #expect(try story.bill(from: stranger).number == bill.number)
    }

    @Test func `does not become read by a stranger's reading`() throws {
        try story.pay(bill)
        try story.deliver()
        try MarkNotificationsRead(companyID: stranger.companyID).run(in: story.office(of: .dashboard))
        #expect(try story.reader.notifications(of: owner.companyID).allSatisfy(\.isUnread))
    }

    private func strangersDraft() throws -> SavedDraft {
        SavedDraft(
            clientID: try story.client(of: stranger),
            subject: "",
            lines: [.work],
            suppliedOn: nil,
            paymentTermDays: 0
        )
    }
}
