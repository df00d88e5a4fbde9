import Accounting
import Invoicing
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

@Suite(.database(.needme)) struct `A duplicate` {
    let story = Story()

    @Test func `of an issued invoice has its client, lines and terms, and nothing that was its own`() throws {
        let freelancer = try story.freelancer()
        let client = try story.client(of: freelancer)
        let deposit = try story.issue(
            try save(SavedDraft(client, [.line("Acompte", "1", "10")], kind: .deposit), freelancer),
            of: freelancer
        )
        try story.receive(Cents(1_000), for: deposit)
        let discounted = InvoiceLine.discounted
        let draft = SavedDraft(
            clientID: client,
            subject: "Refonte du site",
            lines: [.work, discounted],
            suppliedOn: story.now.parisDay,
            paymentTermDays: 45,
            purchaseOrder: "BC-12",
            depositIDs: [deposit.id]
        )
        let bill = try story.issue(try save(draft, freelancer), of: freelancer)
        story.wait(seconds: 40 * 86_400)
        #expect(
            try duplicate(bill.id, freelancer)
                == SavedDraft(
                    clientID: client,
                    subject: "Refonte du site",
                    lines: [.work, discounted],
                    suppliedOn: nil,
                    paymentTermDays: 45
                )
        )
    }

    @Test func `of a draft is another draft`() throws {
        let freelancer = try story.freelancer()
        let client = try story.client(of: freelancer)
        let draft = try save(SavedDraft(client, [.work], kind: .deposit), freelancer)
        #expect(try duplicate(draft, freelancer) == SavedDraft(client, [.work], kind: .deposit))
        #expect(try story.reader.invoices(of: freelancer.companyID).rows.count == 2)
    }

    @Test func `of an invoice of before the franchise ended asks for a rate of VAT`() throws {
        let freelancer = try story.freelancer()
        let bill = try story.bill(from: freelancer)
        try story.rewrite(freelancer, to: .paul)
        let lines = try #require(try duplicate(bill.id, freelancer)?.lines)
        #expect(Seller.paul.charging(lines).change == .beginsVAT)
    }

    private func save(_ draft: SavedDraft, _ freelancer: Freelancer) throws -> Int64 {
        try SaveDraft(companyID: freelancer.companyID, draft: draft, from: story.newForm).run(
            in: story.office(of: .dashboard)
        )
    }

    private func duplicate(_ id: Int64, _ freelancer: Freelancer) throws -> SavedDraft? {
        let copy = try DuplicateInvoice(companyID: freelancer.companyID, invoiceID: id)
            .run(in: story.office(of: .dashboard))
        #expect(copy != id)
        return try story.reader.draft(copy, of: freelancer.companyID)
    }
}

extension SavedDraft {
    fileprivate init(_ client: Int64, _ lines: [InvoiceLine], kind: InvoiceKind) {
        self.init(clientID: client, subject: "", lines: lines, suppliedOn: nil, paymentTermDays: 30, kind: kind)
    }
}

extension InvoiceLine {
    fileprivate static var discounted: InvoiceLine {
        InvoiceLine(
            designation: "Affiche",
            quantity: work.quantity,
            unit: "",
            unitPrice: work.unitPrice,
            vat: .franchise,
            discount: Discount(hundredthsOfPercent: 1_250)
        )
    }
}
