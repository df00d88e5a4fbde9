import MariaDB
import TestSupport
import Testing

@Suite(.database(.mariaDB)) struct `A connection` {
    let connection = TestDatabase.current.connect()

    @Test func `speaks UTF-8, in UTC, strictly`() throws {
        let row = try #require(
            try connection.row(
                """
                SELECT @@session.time_zone AS zone, @@session.sql_mode AS mode, @@session.character_set_client AS client,
                    @@session.character_set_results AS results, TIMESTAMPDIFF(SECOND, UTC_TIMESTAMP(), NOW()) AS shift
                """
            )
        )
        #expect(try row["zone"] == "+00:00")
        #expect(try (row["mode"] as String).contains("STRICT_ALL_TABLES"))
        #expect(try row["client"] == "utf8mb4")
        #expect(try row["results"] == "utf8mb4")
        #expect(try row["shift"] == 0)
    }

    @Test func `killed while idle is opened again, unnoticed`() throws {
        let first = try number(connection)
        try kill(first)
        #expect(try number(connection) != first)
        try kill(try number(connection))
        #expect(try connection.execute("INSERT INTO samples (big) VALUES (1)").affectedRows == 1)
        try kill(try number(connection))
        #expect(try connection.transaction { try $0.row("SELECT COUNT(*) AS count FROM samples")?["count"] } == 1)
        try kill(try number(connection))
        try connection.runUnprepared("DO 1")
    }

    @Test func `killed in a transaction keeps nothing, and the next transaction works`() throws {
        let error = #expect(throws: DatabaseError.self) {
            try connection.transaction { transaction in
                try transaction.execute("INSERT INTO samples (big) VALUES (1)")
                try kill(try number(transaction))
                try transaction.execute("INSERT INTO samples (big) VALUES (2)")
            }
        }
        #expect(error?.isUnavailable == true)
        #expect(error?.isOutcomeUnknown == false)
        try connection.transaction { _ = try $0.execute("INSERT INTO samples (big) VALUES (3)") }
        #expect(try connection.rows("SELECT big FROM samples").map { try $0["big"] as Int } == [3])
    }

    @Test func `killed before COMMIT keeps nothing`() throws {
        let error = #expect(throws: DatabaseError.self) {
            try connection.transaction { transaction in
                try transaction.execute("INSERT INTO samples (big) VALUES (1)")
                try kill(try number(transaction))
            }
        }
        #expect(error?.statement == "COMMIT")
        #expect(error?.isUnavailable == true)
        #expect(try connection.rows("SELECT id FROM samples").isEmpty)
    }

    @Test func `that waits too long for an answer does not ask again`() throws {
        var settings = TestDatabase.current.settings
        settings.answerTimeoutSeconds = 1
        let impatient = Connection(settings)
        _ = try impatient.row("SELECT 1 AS one")
        let error = #expect(throws: DatabaseError.self) { try impatient.rows("SELECT SLEEP(3) AS slept") }
        #expect(error?.isUnavailable == true)
        #expect(error?.isOutcomeUnknown == true)
        #expect(try impatient.row("SELECT 1 AS one")?["one"] == 1)
    }

    @Test(arguments: [
        ConnectionSettings.Address.socket(path: "/nowhere/mariadb"),
        .tcp(host: "127.0.0.1", port: 1, certificateAuthorityFile: nil),
        .tcp(host: "nowhere.invalid", port: 3306, certificateAuthorityFile: nil),
    ]) func `that finds nobody says so quickly`(_ address: ConnectionSettings.Address) throws {
        let lost = Connection(ConnectionSettings(address: address, user: "root", password: "", database: nil))
        var error: DatabaseError?
        let time = ContinuousClock().measure {
            error = #expect(throws: DatabaseError.self) { try lost.rows("SELECT 1") }
        }
        #expect(error?.isUnavailable == true)
        #expect(time < .seconds(3))
    }

    private func number(_ runner: some SQLRunner) throws -> Int {
        try #require(try runner.row("SELECT CONNECTION_ID() AS number"))["number"]
    }

    /// Kills a connection and waits until the server has buried it.
    private func kill(_ number: Int) throws {
        let killer = TestDatabase.current.connect()
        try killer.runUnprepared("KILL \(number)")
        while try killer.row("SELECT 1 FROM information_schema.PROCESSLIST WHERE ID = \(number)") != nil {}
    }
}
