import MariaDB
import OperationsTestSupport
import Store
import TestSupport
import Testing

/// Least privilege, tried with each role's own account.
@Suite(.database(.needme)) struct `The account of a role` {
    let database = TestDatabase.current

    @Test func `may do what its code does`() throws {
        try Story().liveToTheEnd()
    }

    @Test(arguments: [
        "SELECT email FROM users", "SELECT form_token FROM sessions", "SELECT token FROM view_links",
        "SELECT * FROM view_links", "SELECT id FROM payments", "SELECT sequence FROM register_lines",
        "SELECT id FROM clients", "SELECT name FROM companies", "SELECT account FROM stripe_accounts",
        "SELECT id FROM payment_attempts", "SELECT id FROM notifications", "SELECT event FROM stripe_events",
        "SELECT reference FROM reversals", "SELECT entry_key FROM credit_notes", "SELECT id FROM quarantined_payments",
        "SELECT id FROM discrepancies", "SELECT id FROM payouts", "SELECT recipient FROM sendings",
        "SELECT token FROM quote_links",
        "SELECT reference FROM payments", "SELECT note FROM payments", "SELECT company_id FROM payments",
        "SELECT amount_cents FROM quote_invoices",
    ])
    func `that shows invoices to clients reads nothing else`(statement: String) throws {
        #expect(try isDenied(statement, to: .public))
    }

    @Test(arguments: [
        "users", "invoices", "view_links", "outbox", "payments", "sessions", "quotes", "quote_lines", "quote_links",
        "sent_quotes",
        "quote_invoices",
    ])
    func `that shows invoices to clients writes nothing`(table: String) throws {
        #expect(try isDenied("INSERT INTO \(table) () VALUES ()", to: .public))
        #expect(try isDenied("DELETE FROM \(table)", to: .public))
    }

    @Test(arguments: ["state", "paid_cents", "online_payment", "company_id"])
    func `that shows invoices to clients changes nothing of them but that they were seen`(column: String) throws {
        #expect(try isDenied("UPDATE invoices SET \(column) = \(column)", to: .public))
        #expect(try isDenied("UPDATE notifications SET read_at = NULL", to: .public))
    }

    @Test(arguments: [
        "company_id", "client_id", "number", "subject", "valid_until", "conditions", "total_cents", "sent_on",
    ])
    func `that shows quotes to clients changes nothing of what they say`(column: String) throws {
        #expect(try isDenied("UPDATE quotes SET \(column) = \(column)", to: .public))
    }

    @Test(arguments: Role.allCases, frozenTables)
    func `never alters nor removes what the law freezes`(role: Role, table: String) throws {
        // The worker is held by triggers: the end of a company is its errand.
        if role != .work { #expect(try isDenied("DELETE FROM \(table)", to: role)) }
        for column in try columns(of: table) where !(role == .work && laterNotes.contains("\(table).\(column)")) {
            #expect(try isDenied("UPDATE \(table) SET \(column) = \(column)", to: role), "\(column)")
        }
    }

    @Test(arguments: [
        "payment_attempts", "quarantined_payments", "reversals", "discrepancies", "payouts", "payout_lines",
        "stripe_events", "stripe_accounts", "notifications",
    ])
    func `that serves the freelancer never says what Stripe said`(table: String) throws {
        #expect(try isDenied("INSERT INTO \(table) () VALUES ()", to: .dashboard))
        #expect(try isDenied("DELETE FROM \(table)", to: .dashboard))
    }

    @Test(arguments: ["payments", "register_lines", "register_heads", "credit_notes", "sendings", "outbox"])
    func `that serves the freelancer removes nothing of what it books`(table: String) throws {
        #expect(try isDenied("DELETE FROM \(table)", to: .dashboard))
    }

    @Test(arguments: ["id", "company_id"])
    func `that serves the freelancer never says whose an invoice is`(column: String) throws {
        #expect(try isDenied("UPDATE invoices SET \(column) = \(column)", to: .dashboard))
    }

    @Test(arguments: ["amount_cents", "currency", "reference", "account", "reason", "company_id"])
    func `that serves the freelancer decides of money set aside, and changes nothing of it`(column: String) throws {
        #expect(try isDenied("UPDATE quarantined_payments SET \(column) = \(column)", to: .dashboard))
    }

    @Test(arguments: Role.allCases) func `never takes back a credit note`(role: Role) throws {
        if role != .work { #expect(try isDenied("DELETE FROM credit_notes", to: role)) }
        #expect(try isDenied("UPDATE credit_notes SET amount_cents = 1", to: role))
    }

    @Test(arguments: [Role.webhook, .work]) func `that believes Stripe reads no secret of a person`(role: Role) throws {
        #expect(try isDenied("SELECT password_hash FROM users", to: role))
        #expect(try isDenied("SELECT token_hash FROM sessions", to: role))
        #expect(try isDenied("SELECT token FROM view_links", to: role))
    }

    @Test func `that takes Stripe's knocks writes to nobody`() throws {
        #expect(try isDenied("SELECT email FROM users", to: .webhook))
    }

    @Test func `that works for companies reads no more of their owners than an address, and changes neither`() throws {
        #expect(try isDenied("SELECT created_at FROM users", to: .work))
        #expect(try isDenied("SELECT password_hash FROM users", to: .work))
        #expect(try isDenied("UPDATE companies SET iban = NULL", to: .work))
        #expect(try isDenied("UPDATE clients SET email = NULL", to: .work))
    }

    @Test func `that waits for Stripe reads no password and no link`() throws {
        #expect(try isDenied("SELECT password_hash FROM users", to: .stripe))
        #expect(try isDenied("SELECT token FROM view_links", to: .stripe))
    }

    @Test(arguments: Role.allCases) func `never touches the schema`(role: Role) throws {
        #expect(try isDenied("CREATE TABLE extra (id INT)", to: role))
        #expect(try isDenied("DROP TABLE register_lines", to: role))
        #expect(try isDenied("TRUNCATE TABLE register_lines", to: role))
        #expect(try isDenied("ALTER TABLE register_lines ADD extra INT", to: role))
        #expect(try isDenied("DROP TRIGGER register_lines_are_not_altered", to: role))
        #expect(try isDenied("SELECT checksum FROM schema_migrations", to: role))
        #expect(try isDenied("UPDATE schema_migrations SET version = 0", to: role))
    }

    @Test func `keeps its password and its rights when grants are run again`() throws {
        let migrator = Migrator(database.connect())
        try migrator.giveRights(try Schema.grants())
        try migrator.giveRights(try Schema.grants())
        try Story().liveToTheEnd()
    }

    @Test(arguments: ["SELECT", "SELECT (password_hash)"])
    func `loses a right that the grants do not give`(right: String) throws {
        let administrator = database.connect()
        try administrator.runUnprepared("GRANT \(right) ON users TO 'needme_public'@'%'")
        #expect(try !isDenied("SELECT password_hash FROM users", to: .public))
        try Migrator(administrator).giveRights(try Schema.grants())
        #expect(try isDenied("SELECT password_hash FROM users", to: .public))
    }

    private func columns(of table: String) throws -> [String] {
        try database.connect().rows(
            """
            SELECT COLUMN_NAME AS name FROM information_schema.COLUMNS
            WHERE TABLE_SCHEMA = \(database.name) AND TABLE_NAME = \(table)
            """
        ).map { try $0["name"] }
    }

    private func isDenied(_ statement: String, to role: Role) throws -> Bool {
        do {
            try database.connect(as: role).runUnprepared(statement)
            return false
        } catch {
            guard error.isAccessDenied else { throw error }
            return true
        }
    }
}

/// What may only grow.
let frozenTables = [
    "register_lines", "issued_invoices", "issued_lines", "issued_vat", "issued_deposits", "payments", "credit_notes",
    "credited_lines", "credited_vat", "invoice_files", "credit_note_files", "logos", "sent_quotes",
]

/// What the worker may note of a payment afterwards, once.
private let laterNotes = ["payments.confirmed_at", "payments.platform_fee_cents", "payments.stripe_fee_cents"]
