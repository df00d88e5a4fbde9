import MariaDB
import TestSupport
import Testing

@Suite struct `A connection` {
    @Test func `answers`() throws {
        let connection = Connection(DatabaseServer.settings())
        let row = try #require(
            try connection.row("SELECT \(12) AS number, \("é") AS text, \([1, 2] as [UInt8]) AS bytes")
        )
        #expect(try row["number"] == 12)
        #expect(try row["text"] == "é")
        #expect(try row["bytes"] == [1, 2] as [UInt8])
        try connection.transaction { _ = try $0.rows("SELECT 1") }
    }
}
