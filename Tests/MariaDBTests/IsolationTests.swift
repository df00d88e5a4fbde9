import MariaDB
import TestSupport
import Testing

@Suite(.database(.mariaDB)) struct `A lent database` {
    @Test func `is empty`() throws {
        try insertTheOnlyRow()
    }

    @Test func `is empty again`() throws {
        try insertTheOnlyRow()
    }

    @Test(arguments: 0..<8) func `is empty for each case, although a trigger keeps its rows`(_ number: Int) throws {
        try insertTheOnlyRow()
    }

    private func insertTheOnlyRow() throws {
        let connection = TestDatabase.current.connect()
        try connection.execute("INSERT INTO register (id) VALUES (1)")
        #expect(try connection.row("SELECT COUNT(*) AS count FROM register")?["count"] == 1)
    }
}
