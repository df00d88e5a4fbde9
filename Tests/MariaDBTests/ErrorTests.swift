import MariaDB
import TestSupport
import Testing

@Suite(.database(.mariaDB)) struct `A database error` {
    let connection = TestDatabase.current.connect()

    @Test func `tells a duplicate key, its statement and no value`() throws {
        let email = "j'eanne@exemple.fr"
        try connection.execute("INSERT INTO samples (name) VALUES (\(email))")
        let error = try refusal("INSERT INTO samples (name) VALUES (\(email))")
        #expect(error.isDuplicateKey)
        #expect(error.sqlState == "23000")
        #expect(error.statement == "INSERT INTO samples (name) VALUES (?)")
        #expect(error.message == "Duplicate entry … for key 'name'")
        #expect(!"\(error)".contains("eanne"))
    }

    @Test(arguments: [
        ("state", "payée"), ("day", "2026-02-30"), ("moment", "hier"), ("big", "douze"), ("amount", "1,50"),
    ])
    func `tells no value that a column refuses`(_ column: String, _ value: String) throws {
        let error = try refusal("INSERT INTO samples (\(unescaped: column)) VALUES (\(value))")
        #expect(!"\(error)".contains(value))
        #expect(error.message.contains(column))
    }

    @Test(arguments: [
        ("tiny", SQLValue.integer(128)), ("name", .text("plus de vingt caractères")),
        ("token", .bytes([0, 1] + [UInt8](0...15))),
        ("amount", .text("99999999999")), ("day", .text("0000-00-00")), ("positive", .integer(-1)),
    ]) func `refuses to cut a value short`(_ column: String, _ value: SQLValue) throws {
        _ = try refusal("INSERT INTO samples (\(unescaped: column)) VALUES (\(value))")
        #expect(try connection.rows("SELECT id FROM samples").isEmpty)
    }

    @Test func `tells a trigger's refusal`() throws {
        try connection.execute("INSERT INTO register VALUES (1)")
        let error = try refusal("DELETE FROM register")
        #expect(error.isRefusedByTrigger)
        #expect(error.message == "a line of the register is never deleted")
    }

    @Test func `tells who may not, and no password`() throws {
        let user = "somebody_\(TestDatabase.current.name.suffix(20))"
        try connection.runUnprepared("CREATE OR REPLACE USER '\(user)'@'localhost' IDENTIFIED BY 'right'")
        defer { try? connection.runUnprepared("DROP USER '\(user)'@'localhost'") }
        var settings = DatabaseServer.settings()
        settings.user = user
        settings.password = "wrong-secret"
        let stranger = try refusal("SELECT 1", by: Connection(settings))
        #expect(stranger.isAccessDenied)
        #expect(!"\(stranger) \(settings) \(String(reflecting: settings))".contains("secret"))
        settings.password = "right"
        let guest = try refusal("DELETE FROM \(unescaped: TestDatabase.current.name).samples", by: Connection(settings))
        #expect(guest.isAccessDenied)
    }

    @Test func `that comes among the rows tells what it is`() throws {
        let error = try refusal(
            "SELECT (SELECT o.seq FROM seq_1_to_2 i WHERE i.seq <= o.seq) AS one FROM seq_1_to_3 o ORDER BY NULL"
        )
        #expect(error.code == 1242)
        #expect(error.message == "Subquery returns more than 1 row")
    }

    @Test func `does not stop the connection`() throws {
        #expect(try refusal("SELECT nothing FROM nowhere").code == 1146)
        #expect(try refusal("this is not SQL").code == 1064)
        #expect(try connection.row("SELECT 1 AS one")?["one"] == 1)
    }

    private func refusal(_ sql: SQL, by other: Connection? = nil) throws -> DatabaseError {
        try #require(#expect(throws: DatabaseError.self) { try (other ?? connection).rows(sql) })
    }
}
