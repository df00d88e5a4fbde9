import MariaDB
import TestSupport
import Testing

@Suite(.database(.mariaDB)) struct `A statement` {
    let connection = TestDatabase.current.connect()

    @Test(arguments: ["'; DROP TABLE samples; --", "\\' OR 1=1 -- ", "\" OR \"\"=\"", "?", "\0", "%_`"])
    func `takes an attempt at injection as data`(_ attempt: String) throws {
        try connection.execute("INSERT INTO samples (note) VALUES (\(attempt)), ('x')")
        let row = try connection.row("SELECT note FROM samples WHERE note = \(attempt)")
        #expect(try row?["note"] == attempt)
        #expect(try connection.rows("SELECT id FROM samples").count == 2)
    }

    @Test func `carries the values of the SQL put into it`() throws {
        try connection.execute("INSERT INTO samples (name, big) VALUES (\("a"), \(1)), (\("b"), \(2))")
        let condition: SQL = "name = \("b")"
        let row = try connection.row("SELECT big FROM samples WHERE big > \(0) AND \(condition) LIMIT \(5)")
        #expect(try row?["big"] == 2)
    }

    @Test func `tells what it did`() throws {
        let inserted = try connection.execute("INSERT INTO samples (big) VALUES (1), (1)")
        #expect(inserted.affectedRows == 2)
        #expect(inserted.lastInsertID > 0)
        // Matched rows count, even when nothing changes.
        #expect(try connection.execute("UPDATE samples SET big = 1").affectedRows == 2)
        #expect(try connection.execute("DELETE FROM samples WHERE big = 3").affectedRows == 0)
    }

    @Test func `that inserts may answer with rows`() throws {
        let row = try connection.row("INSERT INTO samples (big) VALUES (\(5)) RETURNING big")
        #expect(try row?["big"] == 5)
    }

    @Test func `is prepared once a connection`() throws {
        for number in 0..<10 {
            #expect(try connection.row("SELECT \(number) + 1 AS next")?["next"] == number + 1)
        }
        #expect(try preparedCount() == 2)
    }

    @Test func `makes room for others, and is prepared again`() throws {
        for column in 0..<300 { _ = try connection.row("SELECT 1 AS \(unescaped: "c\(column)")") }
        #expect(try preparedCount() == 301)
        _ = try connection.row("SELECT 1 AS c299")
        #expect(try preparedCount() == 301)
        _ = try connection.row("SELECT 1 AS c0")
        #expect(try preparedCount() == 302)
    }

    @Test func `survives a change of its table`() throws {
        let other = TestDatabase.current.connect()
        try other.runUnprepared("CREATE OR REPLACE TABLE changing (a INT)")
        try other.execute("INSERT INTO changing VALUES (1)")
        #expect(try connection.row("SELECT * FROM changing")?["a"] == 1)
        try other.runUnprepared("ALTER TABLE changing MODIFY a VARCHAR(10)")
        #expect(try connection.row("SELECT * FROM changing")?["a"] == "1")
        try other.runUnprepared("ALTER TABLE changing ADD b INT NOT NULL DEFAULT 2")
        #expect(throws: DatabaseError.self) { try connection.row("SELECT * FROM changing") }
        #expect(try connection.row("SELECT * FROM changing")?["b"] == 2)
    }

    private func preparedCount() throws -> Int? {
        let row = try connection.row("SHOW SESSION STATUS LIKE 'Com_stmt_prepare'")
        return try row.flatMap { Int(try $0["Value"] as String) }
    }
}
