import Accounting
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// What the law freezes stays even for the administrator.
@Suite(.database(.needme)) struct `A trigger` {
    let story = Story()
    let freelancer: Freelancer
    let bill: Bill
    let administrator = TestDatabase.current.connect()

    init() throws {
        freelancer = try story.connectedFreelancer()
        bill = try story.bill(from: freelancer)
        try story.pay(bill)
        try story.deliver()
    }

    @Test(arguments: [
        "UPDATE register_lines SET amount_cents = 1", "DELETE FROM register_lines",
        "UPDATE issued_invoices SET buyer_name = 'x'", "DELETE FROM issued_invoices",
        "UPDATE issued_lines SET net_cents = 1", "DELETE FROM issued_lines",
        "UPDATE issued_vat SET tax_cents = 1", "DELETE FROM issued_vat",
        "UPDATE payments SET amount_cents = 1", "UPDATE payments SET reference = 'x'", "DELETE FROM payments",
        "UPDATE payments SET note = 'x'", "UPDATE payments SET undoes = id",
        "UPDATE payments SET credit_note_id = 1",
        "UPDATE invoices SET number = 'F-2026-9999'", "UPDATE invoices SET total_cents = 1",
        "UPDATE invoices SET state = 'draft', number = NULL", "DELETE FROM invoices",
    ])
    func `refuses the administrator`(statement: String) throws {
        let error = #expect(throws: DatabaseError.self) { try administrator.runUnprepared(statement) }
        #expect(error?.isRefusedByTrigger == true)
    }

    @Test(arguments: [
        "register_lines", "issued_invoices", "issued_lines", "issued_vat", "invoice_files", "payments", "invoices",
    ])
    func `refuses the worker, who may only end companies that were closed`(table: String) throws {
        let worker = TestDatabase.current.connect(as: .work)
        func expectRefusal(_ statement: String, of connection: Connection) throws {
            let error = #expect(throws: DatabaseError.self) { try connection.runUnprepared(statement) }
            #expect(error?.isRefusedByTrigger == true, "\(statement)")
        }
        try expectRefusal("DELETE FROM \(table)", of: worker)
        try expectRefusal("UPDATE companies SET purge_begun_at = '2099-01-01'", of: worker)
        try administrator.runUnprepared("UPDATE companies SET erased_at = NOW(6), kept_until = '2036-12-31'")
        try expectRefusal("DELETE FROM \(table)", of: worker)
        try expectRefusal("UPDATE companies SET purge_begun_at = '2036-12-31 23:59:59'", of: worker)
        try expectRefusal("UPDATE companies SET kept_until = '2026-01-01'", of: administrator)
    }

    @Test func `lets a payment be confirmed, and its fees be noted once`() throws {
        try administrator.runUnprepared("UPDATE payments SET confirmed_at = NOW(6)")
        try administrator.runUnprepared("UPDATE payments SET platform_fee_cents = 2320, stripe_fee_cents = 0")
        let again = #expect(throws: DatabaseError.self) {
            try administrator.runUnprepared("UPDATE payments SET platform_fee_cents = 1")
        }
        #expect(again?.isRefusedByTrigger == true)
    }

    @Test(arguments: [
        "UPDATE credit_notes SET amount_cents = 1", "DELETE FROM credit_notes",
        "UPDATE credited_lines SET net_cents = 1", "DELETE FROM credited_lines",
        "UPDATE credited_vat SET tax_cents = 1",
        "DELETE FROM credited_vat",
    ])
    func `keeps a credit note from the administrator`(statement: String) throws {
        _ = try IssueCreditNote(
            companyID: freelancer.companyID,
            invoiceID: bill.id,
            scope: .amount(Cents(100)),
            reason: "Geste",
            key: Token.random(from: story.outside)
        )
        .run(in: story.office(of: .dashboard))
        let error = #expect(throws: DatabaseError.self) { try administrator.runUnprepared(statement) }
        #expect(error?.isRefusedByTrigger == true)
    }

    @Test(arguments: [
        "UPDATE quotes SET subject = 'x'", "UPDATE quotes SET total_cents = 1",
        "UPDATE quotes SET number = 'D-2026-9999'",
        "UPDATE quotes SET valid_until = '2030-01-01'",
        "UPDATE quotes SET state = 'draft', number = NULL, answered_at = NULL",
        "UPDATE quotes SET answered_by = 'x'", "UPDATE quotes SET state = 'refused'", "DELETE FROM quotes",
        "UPDATE quote_lines SET price_millionths = 1", "DELETE FROM quote_lines",
        "INSERT INTO quote_lines SELECT quote_id, 9, designation, quantity_ten_thousandths, unit, price_millionths, vat_rate, exemption, discount FROM quote_lines LIMIT 1",
        "UPDATE sent_quotes SET buyer_name = 'x'", "DELETE FROM sent_quotes",
        "UPDATE quote_invoices SET amount_cents = 1", "UPDATE quote_invoices SET released_at = NOW(6)",
    ])
    func `keeps a sent quote, its answer and what it became from the administrator`(statement: String) throws {
        let offer = try story.offer(from: freelancer)
        try story.accept(offer)
        _ = try InvoiceQuote(companyID: freelancer.companyID, quoteID: offer.id).run(in: story.office(of: .dashboard))
        let error = #expect(throws: DatabaseError.self) { try administrator.runUnprepared(statement) }
        #expect(error?.isRefusedByTrigger == true)
    }

    @Test func `verifying finds the register whole`() throws {
        #expect(try breaches() == [])
    }

    @Test func `that was dropped to alter a line leaves a trace`() throws {
        try forge("register_lines_are_not_altered", "UPDATE register_lines SET amount_cents = amount_cents - 1")
        #expect(try breaches() == [.altered(sequence: 1)])
    }

    @Test func `that was dropped to remove a line leaves a trace`() throws {
        try payAgain()
        try forge("register_lines_are_not_deleted", "DELETE FROM register_lines WHERE sequence = 1")
        #expect(try breaches() == [.misplaced(found: 2, expected: 1)])
    }

    @Test func `that was dropped to cut off the last line leaves a trace`() throws {
        try payAgain()
        try forge("register_lines_are_not_deleted", "DELETE FROM register_lines WHERE sequence = 2")
        #expect(try breaches() == [.endsElsewhere(found: 1, expected: 2)])
    }

    @Test func `that was dropped to swap the amounts of two lines leaves a trace`() throws {
        try payAgain()
        let other = "(CASE amount_cents WHEN 135000 THEN 90000 ELSE 135000 END)"
        try forge("register_lines_are_not_altered", "UPDATE register_lines SET amount_cents = \(other)")
        #expect(try breaches() == [.altered(sequence: 1), .altered(sequence: 2)])
    }

    private func payAgain() throws {
        let next = try story.bill(from: freelancer, [.line("Maquette", "2", "450")])
        try story.pay(next)
        try story.deliver()
    }

    private func breaches() throws -> [RegisterBreach] {
        let found = try VerifyLedger().run(in: story.office(on: TestDatabase.current.connect()))
        return found[try story.companyID(of: bill)] ?? []
    }

    /// Drops a trigger, does what it forbids, and puts it back as `sql/` has it.
    private func forge(_ trigger: String, _ statement: String) throws {
        let row = try #require(
            try administrator.row(
                """
                SELECT EVENT_MANIPULATION AS event, EVENT_OBJECT_TABLE AS place, ACTION_STATEMENT AS body
                FROM information_schema.TRIGGERS
                WHERE TRIGGER_SCHEMA = \(TestDatabase.current.name) AND TRIGGER_NAME = \(trigger)
                """
            )
        )
        let (event, place, body): (String, String, String) = (try row["event"], try row["place"], try row["body"])
        try administrator.runUnprepared("DROP TRIGGER \(trigger)")
        defer {
            let back = "CREATE TRIGGER \(trigger) BEFORE \(event) ON \(place) FOR EACH ROW \(body)"
            #expect(throws: Never.self) { try administrator.runUnprepared(back) }
        }
        try administrator.runUnprepared(statement)
    }
}
