import Accounting
import Documents
import Invoicing
import MariaDB
import Operations
import OperationsTestSupport
import Payments
import Store
import TestSupport
import Testing

extension DatabasePool {
    /// Databases that each test takes from the first file to the last.
    fileprivate static let upgraded = DatabasePool("upgraded", size: 1) { _ in }
}

/// What becomes of a site's rows when `0004_getting_paid.sql` and what follows come to a database of before.
@Suite(.database(.upgraded)) struct `A database of before` {
    private let connection = TestDatabase.current.connect()
    private let reader = Store(TestDatabase.current.connect()).reader

    init() throws {
        try removeTables()
        let migrations = try Schema.migrations()
        _ = try Migrator(connection).apply(Array(migrations.prefix(3)), at: Story.start)
        for statement in Self.rows { try connection.execute(statement) }
        _ = try Migrator(connection).apply(Array(migrations.prefix(4)), at: Story.start)
        for statement in Self.creditNotes { try connection.execute(statement) }
        _ = try Migrator(connection).apply(Array(migrations.prefix(12)), at: Story.start)
        for statement in Self.mails { try connection.execute(statement) }
        _ = try Migrator(connection).apply(migrations, at: Story.start)
    }

    @Test func `keeps its accounts: connected ones as they were, the others as left at Stripe`() throws {
        let (connected, left) = (try account("acct_1"), try account("acct_2"))
        #expect(connected.state == .active && connected.disconnectedBy == nil)
        #expect(left.state == .disconnected && left.disconnectedBy == .stripe)
        for account in [connected, left] {
            #expect(account.origin == .created)
            #expect(account.isLive == nil, "Nobody noted the mode of the key.")
            #expect(account.connectedAt == account.reconciledAt, "Nothing was ever compared.")
        }
        #expect(connected.connectedAt == Self.began)
        #expect(try reader.connectedAccount(of: 1)?.account == "acct_1")
        #expect(try reader.accounts(unreconciledSince: Story.start, limit: 9).map(\.account) == ["acct_1"])
    }

    @Test func `keeps every attempt in its state, named on statements by its invoice's number`() throws {
        let attempts = try (1...6).compactMap { try reader.attempt(Int64($0)) }
        #expect(attempts.map(\.attempt.state) == [.expired, .open, .starting, .processing, .paid, .failed])
        #expect(attempts.map(\.statementSuffix) == ["F-1", "F-1", "F-2", "F-3", "F-4", "F-5"])
        #expect(try reader.liveAttempts(of: "acct_1").map(\.id).sorted() == [2, 3, 4])
    }

    @Test func `keeps its payments as Stripe's`() throws {
        let payment = try #require(try reader.payments(of: 4).first)
        #expect(payment.source == .stripe(account: "acct_1", reference: "pi_4"))
        #expect(payment.amount == Cents(1_000))
        #expect(payment.attemptID == 5)
        #expect(payment.fees == nil && payment.undoes == nil)
    }

    /// Summer time: from the last Sunday of March to the last Sunday of October, both at 01:00 UTC.
    @Test(arguments: [
        ("new year", 2027, 1, 1), ("winter", 2026, 12, 31), ("july", 2026, 7, 15), ("before summer", 2026, 3, 28),
        ("before the change", 2026, 3, 29), ("summer", 2026, 3, 30), ("end of summer", 2026, 10, 25),
        ("after summer", 2026, 10, 25), ("late october", 2026, 10, 26), ("sunday the 31st", 2024, 4, 1),
    ])
    func `gives money that was set aside the day on which it came in Paris`(
        reference: String,
        year: Int,
        month: Int,
        day: Int
    ) throws {
        let row = try #require(
            try connection.row(
                "SELECT received_on, created_at FROM quarantined_payments WHERE reference = \(reference)"
            )
        )
        let (receivedOn, moment): (Day, Instant) = (try row["received_on"], try row["created_at"])
        #expect(receivedOn == Day(year: year, month: month, day: day))
        #expect(receivedOn == moment.parisDay, "As everywhere else.")
    }

    @Test func `numbers its events in the order in which they came, and goes on behind them`() throws {
        #expect(try reader.events(of: 1).map(\.event) == ["evt_a", "evt_b", "evt_c"])
        let next = try Store(TestDatabase.current.connect()).write { writer in
            try writer.addEvent(
                "evt_0",
                type: "account.updated",
                endpoint: .connect,
                account: "acct_1",
                isLive: false,
                subject: nil,
                payment: nil,
                createdAt: Story.start,
                at: Story.start
            )
        }
        #expect(next == 4)
        #expect(try reader.outcome(ofEvent: "evt_b") == .settled)
    }

    @Test func `closes each page that was to be closed, once for each invoice`() throws {
        let errands = try connection.rows(
            "SELECT kind, subject FROM outbox WHERE done_at IS NULL AND kind <> 'mail_document' ORDER BY kind, subject"
        )
        #expect(try errands.map { try $0["kind"] as String } == ["align_checkout", "align_checkout", "read_account"])
        #expect(try errands.map { try $0["subject"] as Int64 } == [1, 2, 1])
    }

    @Test func `gives each issued invoice the file it would have had, and each credit note its lines`() throws {
        let store = Store(TestDatabase.current.connect())
        #expect(try store.reader.invoicesWithoutFile(limit: 9) == [4])
        let before = try #require(try store.reader.creditNotes(of: 4).first)
        #expect(before.creditNote.lines.isEmpty)
        #expect(try DrawMissingFiles(press: Press()).run(in: store, at: Story.start) == 3)
        #expect(try DrawMissingFiles(press: Press()).run(in: store, at: Story.start) == 0)
        let issued = try #require(try store.reader.issuedInvoice(4))
        #expect(try store.reader.file(ofInvoice: 4)?.pdf == Press().file(of: .invoice(issued), logo: nil))
        let notes = try store.reader.creditNotes(of: 4)
        #expect(notes.map(\.creditNote.totals.gross) == [Cents(300), Cents(700)])
        #expect(notes.map(\.creditNote.isTotal) == [false, true])
        for note in notes { #expect(try store.reader.file(ofCreditNote: note.id) != nil) }
    }

    @Test func `keeps its mails about quotes beside those about invoices, and sends what was still to be sent`() throws
    {
        let (invoice, quote) = (try #require(try reader.sending(1)), try #require(try reader.sending(2)))
        #expect(invoice.document == .invoice(4) && invoice.recipient == "zoe@exemple.fr")
        #expect(quote.document == .quote(1) && quote.recipient == "zoe@exemple.fr" && quote.message == "Mon devis")
        #expect(quote.createdAt == Self.began && !quote.hasFile)
        let errands = try connection.rows("SELECT subject FROM outbox WHERE kind = 'mail_document' ORDER BY subject")
        #expect(try errands.map { try $0["subject"] as Int64 } == [1, 2])
    }

    @Test func `asks of each invoice what it asked`() throws {
        for row in try connection.rows("SELECT id, company_id FROM invoices WHERE state <> 'paid'") {
            let invoice = try #require(try reader.invoice(try row["id"], of: try row["company_id"]))
            #expect(invoice.waived == .zero && invoice.kind == .invoice)
            #expect(invoice.state.due == Cents(1_000))
        }
    }

    private func account(_ name: String) throws -> StripeAccount { try #require(try reader.account(named: name)) }

    private func removeTables() throws {
        try connection.runUnprepared("SET SESSION foreign_key_checks = 0")
        let name = TestDatabase.current.name
        let tables = try connection.rows(
            "SELECT TABLE_NAME AS name FROM information_schema.TABLES WHERE TABLE_SCHEMA = \(name)"
        )
        for row in tables { try connection.runUnprepared("DROP TABLE `\(try row["name"] as String)`") }
        try connection.runUnprepared("SET SESSION foreign_key_checks = 1")
    }

    private static let began = Instant(seconds: 1_767_225_600)
}

extension `A database of before` {
    private static let rows: [SQL] = people + documents + accounts + payments + money + events

    /// Written under `0004_getting_paid.sql`, when credit notes had an amount and no lines.
    private static let creditNotes: [SQL] = [
        """
        INSERT INTO credit_notes (company_id, invoice_id, series, year, sequence, issued_on, amount_cents, is_total, reason,
            entry_key, issued_at)
        VALUES (1, 4, 'A', 2026, 1, '2026-02-01', 300, FALSE, 'Geste', REPEAT('a', 32), '2026-02-01'),
            (1, 4, 'A', 2026, 2, '2026-02-02', 700, TRUE, 'Erreur', REPEAT('b', 32), '2026-02-02')
        """
    ]

    /// Written before `0013_mail.sql`, when quotes were mailed from a table of their own.
    private static let mails: [SQL] = [
        """
        INSERT INTO quotes (id, company_id, client_id, state, number, subject, valid_until, total_cents, sent_on, created_at,
            updated_at)
        VALUES (1, 1, 1, 'sent', 'D-1', '', '2026-03-01', 1000, '2026-01-01', '2026-01-01', '2026-01-01')
        """,
        """
        INSERT INTO sendings (company_id, invoice_id, recipient, subject, message, entry_key, created_at)
        VALUES (1, 4, 'zoe@exemple.fr', 'Facture', 'Ma facture', REPEAT('a', 32), '2026-01-01')
        """,
        """
        INSERT INTO quote_sendings (company_id, quote_id, recipient, subject, message, entry_key, created_at)
        VALUES (1, 1, 'zoe@exemple.fr', 'Devis', 'Mon devis', REPEAT('b', 32), '2026-01-01')
        """,
        """
        INSERT INTO outbox (kind, subject, due_at, created_at)
        VALUES ('mail_invoice', 1, '2026-01-01', '2026-01-01'), ('mail_quote', 1, '2026-01-01', '2026-01-01')
        """,
    ]

    private static let people: [SQL] = [
        """
        INSERT INTO users (id, email, password_hash, created_at) VALUES
            (1, 'jeanne@exemple.fr', 'x', '2026-01-01'), (2, 'paul@exemple.fr', 'x', '2026-01-01')
        """,
        """
        INSERT INTO companies (id, owner_id, name, street, postal_code, city, siren, under_franchise, activity, created_at)
        VALUES (1, 1, 'Jeanne', '1 rue', '35000', 'Rennes', '732829320', TRUE, 'service', '2026-01-01'),
            (2, 2, 'Paul', '2 rue', '35000', 'Rennes', '732829320', TRUE, 'service', '2026-01-01')
        """,
        """
        INSERT INTO clients (id, company_id, kind, name, street, postal_code, city, created_at)
        VALUES (1, 1, 'person', 'Zoé', '3 rue', '35000', 'Rennes', '2026-01-01')
        """,
        """
        INSERT INTO invoices (id, company_id, client_id, state, number, payment_term_days, total_cents, paid_cents,
            created_at, updated_at)
        VALUES (1, 1, 1, 'open', 'F-1', 30, 1000, 0, '2026-01-01', '2026-01-01'),
            (2, 1, 1, 'open', 'F-2', 30, 1000, 0, '2026-01-01', '2026-01-01'),
            (3, 1, 1, 'processing', 'F-3', 30, 1000, 0, '2026-01-01', '2026-01-01'),
            (4, 1, 1, 'paid', 'F-4', 30, 1000, 1000, '2026-01-01', '2026-01-01'),
            (5, 1, 1, 'open', 'F-5', 30, 1000, 0, '2026-01-01', '2026-01-01')
        """,
    ]

    private static let documents: [SQL] = [
        """
        INSERT INTO issued_invoices (invoice_id, company_id, series, year, sequence, issued_on, due_on, subject, seller_name,
            seller_street, seller_postal_code, seller_city, seller_country, seller_siren, seller_under_franchise,
            seller_activity, buyer_kind, buyer_name, buyer_street, buyer_postal_code, buyer_city, buyer_country,
            net_cents, tax_cents, gross_cents, mentions, issued_at)
        VALUES (4, 1, 'F', 2026, 4, '2026-01-01', '2026-01-31', '', 'Jeanne', '1 rue', '35000', 'Rennes', 'FR',
            '732829320', TRUE, 'service', 'person', 'Zoé', '3 rue', '35000', 'Rennes', 'FR', 1000, 0, 1000,
            'TVA non applicable, art. 293 B du CGI', '2026-01-01')
        """,
        """
        INSERT INTO issued_lines (invoice_id, position, designation, quantity_ten_thousandths, unit, price_millionths,
            vat_rate, net_cents)
        VALUES (4, 0, 'Conseil', 10000, 'jour', 10000000, NULL, 1000)
        """,
        "INSERT INTO issued_vat (invoice_id, position, vat_rate, base_cents, tax_cents) VALUES (4, 0, NULL, 1000, 0)",
    ]

    private static let accounts: [SQL] = [
        """
        INSERT INTO stripe_accounts (company_id, account, state, read_at, created_at, disconnected_at)
        VALUES (1, 'acct_1', 'active', '2026-02-01', '2026-01-01', NULL),
            (2, 'acct_2', 'disconnected', '2026-02-01', '2026-01-02', '2026-03-01')
        """
    ]

    private static let payments: [SQL] = [
        """
        INSERT INTO payment_attempts (id, company_id, invoice_id, number, account, state, amount_cents, fee_cents, currency,
            is_live, session_expires_at, session, return_token, created_at, checked_at)
        VALUES (1, 1, 1, 1, 'acct_1', 'expired', 1000, 42, 'eur', FALSE, '2026-02-01', 'cs_1', 'x', '2026-02-01', '2026-02-01'),
            (2, 1, 1, 2, 'acct_1', 'open', 1000, 42, 'eur', FALSE, '2026-02-01', 'cs_2', 'x', '2026-02-01', '2026-02-01'),
            (3, 1, 2, 1, 'acct_1', 'starting', 1000, 42, 'eur', FALSE, '2026-02-01', NULL, 'x', '2026-02-01', '2026-02-01'),
            (4, 1, 3, 1, 'acct_1', 'processing', 1000, 42, 'eur', FALSE, '2026-02-01', 'cs_4', 'x', '2026-02-01', '2026-02-01'),
            (5, 1, 4, 1, 'acct_1', 'paid', 1000, 42, 'eur', FALSE, '2026-02-01', 'cs_5', 'x', '2026-02-01', '2026-02-01'),
            (6, 1, 5, 1, 'acct_1', 'failed', 1000, 42, 'eur', FALSE, '2026-02-01', 'cs_6', 'x', '2026-02-01', '2026-02-01')
        """,
        """
        INSERT INTO payments (company_id, invoice_id, attempt_id, account, reference, amount_cents, means, received_on,
            confirmed_at, created_at)
        VALUES (1, 4, 5, 'acct_1', 'pi_4', 1000, 'STRIPE', '2026-02-01', '2026-02-01', '2026-02-01')
        """,
    ]

    private static let money: [SQL] = [
        """
        INSERT INTO quarantined_payments (company_id, invoice_id, account, reference, amount_cents, currency, reason,
            created_at)
        VALUES (1, 1, 'acct_1', 'new year', 1000, 'eur', 'already_paid', '2026-12-31 23:30:00'),
            (1, 1, 'acct_1', 'winter', 1000, 'eur', 'already_paid', '2026-12-31 22:59:59.999999'),
            (1, 1, 'acct_1', 'july', 1000, 'eur', 'already_paid', '2026-07-14 22:30:00'),
            (1, 1, 'acct_1', 'before summer', 1000, 'eur', 'already_paid', '2026-03-28 22:30:00'),
            (1, 1, 'acct_1', 'before the change', 1000, 'eur', 'already_paid', '2026-03-28 23:30:00'),
            (1, 1, 'acct_1', 'summer', 1000, 'eur', 'already_paid', '2026-03-29 22:00:00'),
            (1, 1, 'acct_1', 'end of summer', 1000, 'eur', 'already_paid', '2026-10-24 22:00:00'),
            (1, 1, 'acct_1', 'after summer', 1000, 'eur', 'already_paid', '2026-10-25 22:59:59'),
            (1, 1, 'acct_1', 'late october', 1000, 'eur', 'already_paid', '2026-10-25 23:00:00'),
            (1, 1, 'acct_1', 'sunday the 31st', 1000, 'eur', 'already_paid', '2024-03-31 22:00:00')
        """
    ]

    private static let events: [SQL] = [
        """
        INSERT INTO stripe_events (event, type, account, is_live, subject, outcome, created_at, received_at)
        VALUES ('evt_a', 'account.updated', 'acct_1', FALSE, NULL, 'doorbell', '2026-02-01', '2026-02-03'),
            ('evt_b', 'checkout.session.completed', 'acct_1', FALSE, 'cs_5', 'settled', '2026-02-01', '2026-02-02'),
            ('evt_c', 'account.updated', 'acct_1', FALSE, NULL, 'doorbell', '2026-02-01', '2026-02-01')
        """,
        """
        INSERT INTO outbox (kind, subject, due_at, created_at) VALUES ('close_checkout', 1, '2026-02-01', '2026-02-01'),
            ('close_checkout', 2, '2026-02-01', '2026-02-01'), ('close_checkout', 3, '2026-02-01', '2026-02-01'),
            ('read_account', 1, '2026-02-01', '2026-02-01')
        """,
    ]
}
