import Accounting
import MariaDB
import Operations
import OperationsTestSupport
import TestSupport
import Testing

@testable import Store

extension DatabasePool {
    /// Databases without any table.
    fileprivate static let bare = DatabasePool("bare") { _ in }
}

@Suite(.database(.bare)) struct `A migrator` {
    private let database = TestDatabase.current
    private let connection = TestDatabase.current.connect()
    private let now = Instant(seconds: 1_795_000_000)

    init() throws {
        try connection.runUnprepared("DROP TABLE IF EXISTS schema_migrations, first, second, third")
    }

    @Test func `applies each file once, in its order`() throws {
        #expect(try apply([file(2), file(1)]) == ["0001_first.sql", "0002_second.sql"])
        #expect(try apply([file(1), file(2), file(3)]) == ["0003_third.sql"])
        #expect(try apply([file(1), file(2), file(3)]) == [])
    }

    @Test func `keeps the checksum and both moments`() throws {
        _ = try apply([file(1)])
        let row = try #require(try connection.row("SELECT * FROM schema_migrations"))
        #expect(try row["checksum"] == file(1).checksum)
        #expect(try row["begun_at"] == now)
        #expect(try row["finished_at"] == now)
    }

    @Test func `refuses a file that has changed, before anything is done`() throws {
        _ = try apply([file(1)])
        #expect(throws: MigrationRefusal.changed("0001_first.sql")) {
            try apply([file(1, "CREATE TABLE first (other INT)"), file(2)])
        }
        #expect(try !exists("second"))
    }

    @Test func `refuses to go on without a file that was applied`() throws {
        _ = try apply([file(1), file(2)])
        #expect(throws: MigrationRefusal.missing("0001_first.sql")) { try apply([file(2), file(3)]) }
        #expect(throws: MigrationRefusal.missing("0002_second.sql")) { try apply([file(1)]) }
    }

    @Test func `refuses a new file that comes before an applied one`() throws {
        _ = try apply([file(1), file(3)])
        #expect(throws: MigrationRefusal.outOfOrder("0002_second.sql")) { try apply([file(1), file(2), file(3)]) }
    }

    @Test func `refuses to go on after a file that was interrupted, even once it is corrected`() throws {
        #expect(throws: DatabaseError.self) { try apply([file(1, "CREATE TABLE first (id INT);\nNONSENSE;")]) }
        #expect(throws: MigrationRefusal.interrupted("0001_first.sql")) { try apply([file(1), file(2)]) }
    }

    @Test func `applies each file once even when two of them run at once`() throws {
        let (database, now) = (database, now)
        let outcomes = race(2) { _ in
            try Migrator(database.connect()).apply([file(1), file(2), file(3)], at: now)
        }
        #expect(outcomes.contains { (try? $0.get()) != nil })
        let applied = outcomes.flatMap { (try? $0.get()) ?? [] }
        #expect(Set(applied).count == applied.count)
        #expect(try connection.rows("SELECT version FROM schema_migrations WHERE finished_at IS NOT NULL").count == 3)
    }

    @Test func `takes only files that are named like migrations`() {
        #expect(Migration(fileName: "grants.sql", text: "", digest: sha256) == nil)
        #expect(Migration(fileName: "0001-first.sql", text: "", digest: sha256) == nil)
        #expect(Migration(fileName: "0001_first.txt", text: "", digest: sha256) == nil)
    }

    private func apply(_ migrations: [Migration]) throws -> [String] {
        try Migrator(connection).apply(migrations, at: now)
    }

    private func exists(_ table: String) throws -> Bool {
        try connection.row(
            "SELECT 1 AS found FROM information_schema.TABLES WHERE TABLE_SCHEMA = \(database.name) AND TABLE_NAME = \(table)"
        ) != nil
    }
}

/// A file that makes one table.
private func file(_ version: Int, _ text: String? = nil) -> Migration {
    let name = ["", "first", "second", "third"][version]
    let text = text ?? "-- A table.\nCREATE TABLE \(name) (id INT);\n"
    guard let file = Migration(fileName: "000\(version)_\(name).sql", text: text, digest: sha256) else {
        preconditionFailure("The name is a migration's.")
    }
    return file
}

@Suite struct `A file of SQL` {
    @Test func `is cut at semicolons that end a line`() {
        let text = "-- Two tables.\nCREATE TABLE a (note VARCHAR(9) DEFAULT 'a;b');\n\nCREATE TABLE b\n    (id INT);\n"
        #expect(
            SQLScript.statements(of: text) == [
                "CREATE TABLE a (note VARCHAR(9) DEFAULT 'a;b')", "CREATE TABLE b\n    (id INT)",
            ]
        )
    }

    @Test func `is not cut inside a trigger's IF`() {
        let trigger = """
            CREATE TRIGGER stays BEFORE DELETE ON a FOR EACH ROW
                IF OLD.state <> 'draft' THEN
                    SIGNAL SQLSTATE '45000' SET MESSAGE_TEXT = 'no';
                END IF
            """
        #expect(SQLScript.statements(of: trigger + ";\nSELECT 1") == [trigger, "SELECT 1"])
    }

    @Test func `whose trigger has no IF is cut after it`() {
        let trigger = "CREATE TRIGGER stays BEFORE DELETE ON a FOR EACH ROW\n    SIGNAL SQLSTATE '45000'"
        #expect(SQLScript.statements(of: trigger + ";\n" + trigger + ";\n") == [trigger, trigger])
    }
}
