import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `A deposit` {
    let story = Story()
    let freelancer: Freelancer
    let client: Int64

    init() throws {
        freelancer = try story.freelancer()
        client = try story.client(of: freelancer)
    }

    private func bill(
        _ kind: InvoiceKind,
        _ price: String,
        for client: Int64? = nil,
        deducting deposits: [Bill] = []
    ) throws -> Bill {
        let draft = SavedDraft(
            clientID: client ?? self.client,
            subject: "",
            lines: [.line("Chantier", "1", price, unit: "forfait", .franchise)],
            suppliedOn: nil,
            paymentTermDays: 30,
            kind: kind,
            depositIDs: deposits.map(\.id)
        )
        let id = try SaveDraft(companyID: freelancer.companyID, draft: draft, from: story.newForm)
            .run(in: story.office(of: .dashboard))
        #expect(try story.reader.draft(id, of: freelancer.companyID) == draft)
        return try story.issue(id, of: freelancer)
    }

    private func paidDeposit(_ euros: String = "300", for client: Int64? = nil) throws -> Bill {
        let deposit = try bill(.deposit, euros, for: client)
        try story.receive(try #require(Cents(euros: euros)), for: deposit)
        return deposit
    }

    @Test func `is an invoice of its own, in the series of invoices`() throws {
        let deposit = try bill(.deposit, "300")
        #expect(deposit.number.text == "F-2026-0001")
        #expect(try story.reader.issuedInvoice(deposit.id)?.kind == .deposit)
        #expect(try Browser(story).open("/f/\(deposit.link.text)").text.contains("Facture d’acompte"))
    }

    @Test func `that is paid is taken off the final invoice: the client is asked for the rest`() throws {
        let (first, second) = (try paidDeposit("300"), try paidDeposit("200,50"))
        let final = try bill(.invoice, "1000", deducting: [first, second])
        let issued = try #require(try story.reader.issuedInvoice(final.id))
        #expect(issued.deposits.map(\.number) == [first.number, second.number])
        #expect(issued.deposits.map(\.amount) == [Cents(30_000), Cents(20_050)])
        #expect(issued.totals.gross == Cents(100_000))
        #expect(issued.payable == Cents(49_950))
        #expect(try story.books(of: final).state == .open(paid: .zero, of: Cents(49_950)))
        let page = try Browser(story).open("/f/\(final.link.text)").text
        #expect(page.contains("499,50"))
        #expect(page.contains(first.number.text))
    }

    @Test func `that is not paid is not taken off, and takes no number`() throws {
        let deposit = try bill(.deposit, "300")
        #expect(throws: IssueRefusal.depositUnavailable(deposit.number)) {
            try bill(.invoice, "1000", deducting: [deposit])
        }
        #expect(try bill(.invoice, "1000").number.sequence == 2)
    }

    @Test func `of another client is not taken off`() throws {
        let deposit = try paidDeposit(for: try story.client(.person, of: freelancer))
        #expect(throws: IssueRefusal.depositUnavailable(deposit.number)) {
            try bill(.invoice, "1000", deducting: [deposit])
        }
    }

    @Test func `of another company does not exist`() throws {
        let paul = try story.freelancer("paul@exemple.fr")
        let other = try story.bill(from: paul)
        #expect(throws: NotFound.self) { try bill(.invoice, "1000", deducting: [other]) }
    }

    @Test func `that is no deposit is not taken off`() throws {
        let invoice = try bill(.invoice, "300")
        #expect(throws: NotFound.self) { try bill(.invoice, "1000", deducting: [invoice]) }
    }

    @Test func `is taken off once, and again when what took it off is cancelled`() throws {
        let deposit = try paidDeposit()
        let final = try bill(.invoice, "1000", deducting: [deposit])
        #expect(try story.reader.freeDeposits(of: freelancer.companyID).isEmpty)
        #expect(throws: IssueRefusal.depositUnavailable(deposit.number)) {
            try bill(.invoice, "500", deducting: [deposit])
        }
        try story.credit(final)
        #expect(try story.reader.freeDeposits(of: freelancer.companyID).map(\.invoiceID) == [deposit.id])
        _ = try bill(.invoice, "500", deducting: [deposit])
    }

    @Test func `is taken off by one of two invoices that are issued at the same moment`() throws {
        let deposit = try paidDeposit()
        let drafts = try (0..<6).map { _ in
            try SaveDraft(
                companyID: freelancer.companyID,
                draft: SavedDraft(
                    clientID: client,
                    subject: "",
                    lines: [.line("Chantier", "1", "1000", unit: "", .franchise)],
                    suppliedOn: nil,
                    paymentTermDays: 30,
                    depositIDs: [deposit.id]
                ),
                from: story.newForm
            ).run(in: story.office(of: .dashboard))
        }
        let (database, now, companyID) = (story.database, story.now, freelancer.companyID)
        let outcomes = race(6) { runner in
            let office = Story.office(on: database.connect(as: .dashboard), at: now, seed: runner)
            return try IssueInvoice(companyID: companyID, invoiceID: drafts[runner], offersOnlinePayment: false)
                .run(in: office)
        }
        #expect(outcomes.filter { (try? $0.get()) != nil }.count == 1)
    }

    @Test func `never leaves nothing to pay, and is taken off no deposit`() throws {
        let deposit = try paidDeposit("300")
        #expect(throws: IssueRefusal.depositsCoverAll) { try bill(.invoice, "300", deducting: [deposit]) }
        #expect(throws: IssueRefusal.depositOfDeposit) { try bill(.deposit, "1000", deducting: [deposit]) }
    }

    @Test func `that was taken off is credited only after what took it off is cancelled`() throws {
        let deposit = try paidDeposit()
        let final = try bill(.invoice, "1000", deducting: [deposit])
        #expect(throws: CreditNoteRefusal.depositDeducted) { try story.credit(deposit) }
        try story.credit(final)
        try story.credit(deposit)
        #expect(try story.books(of: deposit).state == .cancelled(paid: Cents(30_000)))
    }

    @Test func `that was credited in part is taken off for what was kept`() throws {
        let deposit = try paidDeposit("300")
        try story.credit(deposit, Cents(10_000))
        let final = try bill(.invoice, "1000", deducting: [deposit])
        #expect(try story.reader.issuedInvoice(final.id)?.deposits.map(\.amount) == [Cents(20_000)])
    }

    @Test func `that was taken off stays paid`() throws {
        let deposit = try paidDeposit("300")
        _ = try bill(.invoice, "1000", deducting: [deposit])
        let payment = try #require(try story.reader.payments(of: deposit.id).first)
        #expect(throws: CreditNoteRefusal.depositDeducted) {
            try UndoReceipt(companyID: freelancer.companyID, invoiceID: deposit.id, paymentID: payment.id)
                .run(in: story.office(of: .dashboard))
        }
    }

    @Test func `stays with its final invoice for the administrator too`() throws {
        _ = try bill(.invoice, "1000", deducting: [try paidDeposit()])
        for statement in ["UPDATE issued_deposits SET amount_cents = 1", "DELETE FROM issued_deposits"] {
            #expect(throws: (any Error).self) { try story.database.connect().runUnprepared(statement) }
        }
    }
}
