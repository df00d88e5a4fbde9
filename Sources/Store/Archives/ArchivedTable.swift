import MariaDB

/// A table of which an archive holds a company's rows.
public struct ArchivedTable: Sendable {
    /// Its name.
    public let name: String
    /// How its rows are walked through, and how they hang on what is walked through.
    let walk: CompanyWalk
    let joined: SQL
    /// What stands in a file of its own, or is nobody's to take away.
    let leftOut: Set<String>

    /// A table whose rows say whose they are.
    private init(_ name: String, by key: SQL = "p.id", leaving leftOut: Set<String> = []) {
        self.init(name, CompanyWalk(SQL(name: name), by: key), "", leaving: leftOut)
    }

    /// A table whose rows hang on others.
    private init(_ name: String, _ walk: CompanyWalk, _ joined: SQL, leaving leftOut: Set<String> = []) {
        self.name = name
        self.walk = walk
        self.joined = joined
        self.leftOut = leftOut
    }

    /// The alias under which its rows stand.
    var alias: SQL { joined.text.isEmpty ? "p" : "t" }

    /// Every table of what a company has, in the order in which an archive holds them, and in which they are taken up again:
    /// the lines of a quote come before it, since none is added to one that was sent, and quotes before their invoices.
    public static let all: [ArchivedTable] = people + quotes + invoices + money + schedules

    /// The account is taken away with its address, never with what opens it.
    private static let people = [
        ArchivedTable("users", .company, "JOIN users t ON t.id = p.owner_id", leaving: ["password_hash"]),
        ArchivedTable("companies", .company, ""),
        ArchivedTable(
            "logos",
            .company,
            """
            JOIN logos t ON t.sha256 = p.logo
                OR t.sha256 IN (SELECT seller_logo FROM issued_invoices WHERE company_id = p.id)
                OR t.sha256 IN (SELECT seller_logo FROM sent_quotes WHERE company_id = p.id)
            """,
            leaving: ["png"]
        ),
        ArchivedTable("clients"),
        ArchivedTable("articles"),
        ArchivedTable("counters", .company, "JOIN counters t ON t.company_id = p.id"),
        ArchivedTable("notifications"),
        ArchivedTable("mail_settings", .company, "JOIN mail_settings t ON t.company_id = p.id"),
        ArchivedTable("digests"),
    ]

    private static let quotes = [
        ArchivedTable("quote_lines", .quotes, "JOIN quote_lines t ON t.quote_id = p.id"),
        ArchivedTable("quotes"),
        ArchivedTable("sent_quotes", .quotes, "JOIN sent_quotes t ON t.quote_id = p.id"),
        ArchivedTable("quote_links", .quotes, "JOIN quote_links t ON t.quote_id = p.id"),
        ArchivedTable("quote_invoices", .invoices, "JOIN quote_invoices t ON t.invoice_id = p.id"),
    ]

    private static let invoices = [
        ArchivedTable("invoices"),
        ArchivedTable("draft_lines", .invoices, "JOIN draft_lines t ON t.invoice_id = p.id"),
        ArchivedTable("draft_deposits", .invoices, "JOIN draft_deposits t ON t.invoice_id = p.id"),
        ArchivedTable("issued_invoices", .invoices, "JOIN issued_invoices t ON t.invoice_id = p.id"),
        ArchivedTable("issued_lines", .invoices, "JOIN issued_lines t ON t.invoice_id = p.id"),
        ArchivedTable("issued_vat", .invoices, "JOIN issued_vat t ON t.invoice_id = p.id"),
        ArchivedTable("issued_deposits", .invoices, "JOIN issued_deposits t ON t.invoice_id = p.id"),
        ArchivedTable("invoice_files", .invoices, "JOIN invoice_files t ON t.invoice_id = p.id", leaving: ["pdf"]),
        ArchivedTable("view_links", .invoices, "JOIN view_links t ON t.invoice_id = p.id"),
        ArchivedTable("sendings"),
        ArchivedTable("reminder_settings", .company, "JOIN reminder_settings t ON t.company_id = p.id"),
        ArchivedTable("reminder_texts", .company, "JOIN reminder_texts t ON t.company_id = p.id"),
        ArchivedTable("reminders"),
        ArchivedTable("credit_notes"),
        ArchivedTable("credited_lines", .creditNotes, "JOIN credited_lines t ON t.credit_note_id = p.id"),
        ArchivedTable("credited_vat", .creditNotes, "JOIN credited_vat t ON t.credit_note_id = p.id"),
        ArchivedTable(
            "credit_note_files",
            .creditNotes,
            "JOIN credit_note_files t ON t.credit_note_id = p.id",
            leaving: ["pdf"]
        ),
    ]

    private static let money = [
        ArchivedTable("stripe_accounts"),
        ArchivedTable("payment_attempts"),
        ArchivedTable("payments"),
        ArchivedTable("quarantined_payments"),
        ArchivedTable("reversals"),
        ArchivedTable("discrepancies"),
        ArchivedTable("payouts"),
        ArchivedTable("payout_lines", .payouts, "JOIN payout_lines t ON t.payout_id = p.id"),
        ArchivedTable("stripe_events", .events, ""),
        ArchivedTable("register_lines", by: "p.sequence"),
        ArchivedTable("register_heads", .company, "JOIN register_heads t ON t.company_id = p.id"),
    ]

    private static let schedules = [
        ArchivedTable("schedules"),
        ArchivedTable("schedule_lines", .schedules, "JOIN schedule_lines t ON t.schedule_id = p.id"),
        ArchivedTable("schedule_occurrences", .schedules, "JOIN schedule_occurrences t ON t.schedule_id = p.id"),
    ]

    /// The tables that no archive holds, each with the reason.
    public static let others = [
        "sessions": "opens an account", "letters": "opens an account", "letter_keys": "opens an account",
        "second_factors": "opens an account", "recovery_codes": "opens an account", "begun_log_ins": "opens an account",
        "known_browsers": "is about browsers, and keeps nothing from its owner",
        "throttles": "is about attempts, whoever made them",
        "outbox": "is work in hand: a company that comes back has none",
        "register_months": "is added up anew from the register",
        "schema_migrations": "is the site's",
    ]
}
