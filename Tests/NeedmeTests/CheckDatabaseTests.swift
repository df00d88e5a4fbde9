import Accounting
import Foundation
import MariaDB
import OperationsTestSupport
import Store
import TestSupport
import Testing

@testable import needme

@Suite(.database(.needme)) struct `The check of the database` {
    let database = TestDatabase.current
    let administrator = TestDatabase.current.connect()

    @Test func `finds a server that is recent enough and has a place for every character`() throws {
        let findings = CheckServer(reader: Store(administrator).reader).findings
        #expect(findings.count == 3)
        #expect(findings[0].text.hasPrefix("MariaDB 10."))
        #expect(!findings[0].isWrong && !findings[2].isWrong)
    }

    @Test func `finds that the server of the tests may lose what it said yes to`() throws {
        let wrong = CheckServer(reader: Store(administrator).reader).findings.filter(\.isWrong)
        #expect(wrong.map(\.text) == ["what is committed may be lost when the machine stops"])
    }

    @Test func `finds other characters`() throws {
        try administrator.runUnprepared("ALTER DATABASE `\(database.name)` CHARACTER SET latin1")
        defer {
            #expect(throws: Never.self) {
                try administrator.runUnprepared(
                    "ALTER DATABASE `\(database.name)` CHARACTER SET utf8mb4 COLLATE utf8mb4_unicode_ci"
                )
            }
        }
        let wrong = CheckServer(reader: Store(database.connect()).reader).findings.filter(\.isWrong)
        #expect(wrong.contains { $0.text == "its characters are latin1" })
    }

    @Test func `finds a server that is not there`() {
        let settings = ConnectionSettings(address: .socket(path: "/nowhere"), user: "x", password: "y", database: "z")
        let findings = CheckServer(reader: Store(Connection(settings)).reader).findings
        #expect(findings.count == 1)
        #expect(findings.allSatisfy { $0.isWrong && $0.text.contains("2002") })
    }

    @Test(arguments: [
        ("10.11.14-MariaDB-0+deb12u2", true), ("11.4.2-MariaDB", true), ("12.0.1-MariaDB-log", true),
        ("10.6.22-MariaDB", false), ("8.0.42", false), ("", false), ("11-MariaDB", false),
    ])
    func `knows which versions are recent enough`(version: String, isEnough: Bool) {
        let facts = ServerFacts(
            version: version,
            flushesAtCommit: true,
            characterSet: "utf8mb4",
            now: Instant(seconds: 0)
        )
        #expect(facts.isRecentEnough == isEnough)
    }

    @Test func `finds the schema and every account as the files say`() throws {
        let findings = CheckSchema(connection: administrator, files: files).findings
        #expect(findings.filter(\.isWrong) == [])
        #expect(findings.map(\.subject) == ["schema"] + Array(repeating: "rights", count: 5))
    }

    @Test func `finds a file that was not applied, was changed, or was interrupted`() throws {
        try administrator.runUnprepared("CREATE TABLE kept AS SELECT * FROM schema_migrations")
        defer {
            #expect(throws: Never.self) {
                try administrator.runUnprepared("DELETE FROM schema_migrations")
                try administrator.runUnprepared("INSERT INTO schema_migrations SELECT * FROM kept")
                try administrator.runUnprepared("DROP TABLE kept")
            }
        }
        for (change, text) in [
            ("UPDATE schema_migrations SET finished_at = NULL WHERE version = 2", "0002_invoices.sql was begun"),
            (
                "UPDATE schema_migrations SET checksum = REPEAT('x', 32) WHERE version = 1",
                "0001_people.sql was applied and has changed"
            ),
            (
                "DELETE FROM schema_migrations WHERE version = \(SchemaStanding.expectedVersion)",
                "not applied yet: 00\(SchemaStanding.expectedVersion)_"
            ),
        ] {
            try administrator.runUnprepared(change)
            #expect(schema?.text.hasPrefix(text) == true, "\(text)")
            #expect(schema?.cure != nil)
            try administrator.runUnprepared("REPLACE INTO schema_migrations SELECT * FROM kept")
        }
    }

    @Test func `finds the files of another release, and none at all`() throws {
        try administrator.runUnprepared(
            """
            INSERT INTO schema_migrations SELECT 9999, '9999_later.sql', checksum, begun_at, finished_at
            FROM schema_migrations LIMIT 1
            """
        )
        #expect(schema?.text == "9999_later.sql was applied and is missing")
        try administrator.runUnprepared("DELETE FROM schema_migrations WHERE version = 9999")
        let findings = CheckSchema(connection: administrator, files: SchemaFiles(folder: "/nowhere")).findings
        #expect(findings.count == 2 && findings.allSatisfy(\.isWrong))
    }

    @Test(arguments: [
        ("REVOKE INSERT ON outbox FROM 'needme_webhook'@'%'", "'needme_webhook'@'%' may not: INSERT ON outbox;"),
        (
            "REVOKE UPDATE (seen_at) ON invoices FROM 'needme_public'@'%'",
            "'needme_public'@'%' may not: UPDATE (seen_at) ON invoices;"
        ),
        (
            "GRANT SELECT (password_hash) ON users TO 'needme_public'@'%'",
            "'needme_public'@'%' may as well: SELECT (password_hash) ON users;"
        ),
        (
            "GRANT DELETE ON register_lines TO 'needme_webhook'@'%'",
            "'needme_webhook'@'%' may as well: DELETE ON register_lines;"
        ),
    ])
    func `finds a right that is missing, or too much`(change: String, text: String) throws {
        defer { #expect(throws: Never.self) { try Migrator(administrator).giveRights(try Schema.grants()) } }
        try administrator.runUnprepared(change)
        let wrong = CheckSchema(connection: administrator, files: files).findings.filter(\.isWrong)
        #expect(wrong.map(\.text) == [text])
    }

    @Test func `finds who is let in by password, and who is not`() throws {
        guard case .socket(path: let socket) = database.settings.address else { return }
        let settings = Settings(
            shared: Configuration(
                environment: [
                    "NEEDME_DATABASE_SOCKET": socket, "NEEDME_DATABASE_NAME": database.name,
                    "NEEDME_DATABASE_PASSWORD_PUBLIC": database.settings(as: .public).password,
                    "NEEDME_DATABASE_PASSWORD_STRIPE": "another",
                ]
            )
        )
        let findings = CheckAccounts(settings: settings).findings
        #expect(findings.count == 5)
        #expect(findings.filter { !$0.isWrong }.map(\.text) == ["needme_public is let in by its password"])
        #expect(findings.contains { $0.text.hasPrefix("needme_stripe: MariaDB 1045") })
        #expect(findings.contains { $0.text.hasPrefix("the system has no user needme_work") })
        #expect(!findings.contains { $0.text.contains("another") })
    }

    private var files: SchemaFiles { SchemaFiles(folder: Run.repository.appendingPathComponent("sql").path) }

    private var schema: Finding? { CheckSchema(connection: database.connect(), files: files).findings.first }
}

@Suite struct `A script of rights` {
    @Test func `says who may do what`() throws {
        let script = try GrantScript(
            """
            -- a comment
            CREATE USER IF NOT EXISTS 'a'@'%' IDENTIFIED VIA unix_socket;
            GRANT SELECT (x), INSERT, UPDATE (y, z)
                ON t TO 'a'@'%', 'b'@'%';
            """
        )
        #expect(script.accounts == ["'a'@'%'"])
        let expected = ["SELECT (x) ON t", "INSERT ON t", "UPDATE (y) ON t", "UPDATE (z) ON t"].sorted()
        for account in ["'a'@'%'", "'b'@'%'"] {
            #expect(script.rights.filter { $0.account == account }.map(\.description).sorted() == expected)
        }
    }

    @Test func `that does anything else is not read`() {
        #expect(throws: GrantScript.Unreadable.self) { try GrantScript("DROP TABLE t;") }
    }

    @Test func `that gives a whole table gives its columns too`() throws {
        let whole = try GrantScript("GRANT SELECT ON t TO 'a'@'%';").rights
        let part = try GrantScript("GRANT SELECT (x) ON t TO 'a'@'%';").rights
        #expect(Right.missing(of: part, among: whole) == [])
        #expect(Right.missing(of: whole, among: part).map(\.description) == ["SELECT ON t"])
    }
}
