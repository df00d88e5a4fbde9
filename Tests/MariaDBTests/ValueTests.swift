import MariaDB
import TestSupport
import Testing

@Suite(.database(.mariaDB)) struct `Values` {
    let connection = TestDatabase.current.connect()

    @Test(arguments: [
        ("tiny", SQLValue.integer(-128)), ("tiny", .integer(127)), ("big", .integer(.min)), ("big", .integer(.max)),
        ("positive", .integer(.max)), ("flag", .integer(1)), ("state", .text("open")),
        ("amount", .text("-1234567890.05")),
        ("day", .text("2024-02-29")), ("moment", .text("9999-12-31 23:59:59.999999")),
        ("moment", .text("2026-11-23 00:00:00.000000")), ("name", .text("")), ("name", .text("été 🧾 日本")),
        ("file", .bytes([])),
        ("file", .bytes([0, 39, 92, 255])),
        ("token", .bytes([UInt8](0..<16))),
        ("name", .null), ("big", .null), ("file", .null), ("moment", .null),
    ]) func `go in and come out the same`(_ column: String, _ value: SQLValue) throws {
        try connection.execute("INSERT INTO samples (\(unescaped: column)) VALUES (\(value))")
        let row = try #require(try connection.row("SELECT \(unescaped: column) AS value FROM samples"))
        #expect(try row["value"] as SQLValue == value)
    }

    @Test func `of a megabyte go in and come out the same`() throws {
        let text = String(repeating: "é🧾", count: 180_000)
        let bytes = (0..<1_048_576).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        try connection.execute("INSERT INTO samples (note, file) VALUES (\(text), \(bytes))")
        let row = try #require(try connection.row("SELECT note, file FROM samples"))
        let isTextWhole = try row["note"] == text
        let areBytesWhole = try row["file"] == bytes
        #expect(isTextWhole && areBytesWhole)
    }

    @Test func `of several lengths follow one another in the same buffers`() throws {
        let texts = ["", "court", String(repeating: "long ", count: 1000), "é", String(repeating: "x", count: 1024)]
        for text in texts { try connection.execute("INSERT INTO samples (note) VALUES (\(text))") }
        let rows = try connection.rows("SELECT note, file FROM samples ORDER BY id")
        #expect(try rows.map { try $0["note"] as String } == texts)
        #expect(try rows.allSatisfy { try $0["file"] as [UInt8]? == nil })
    }

    @Test func `are read as the types asked for`() throws {
        let row = try #require(
            try connection.row("SELECT 1 AS yes, 7 AS seven, NULL AS nothing, CURRENT_DATE AS today")
        )
        #expect(try row["yes"] as Bool)
        #expect(try row["seven"] as UInt32 == 7)
        #expect(try row["nothing"] as Int? == nil)
        #expect(try (row["today"] as String).count == 10)
        let wrong = #expect(throws: DatabaseError.self) { try row["seven"] as Bool }
        #expect(wrong?.message == "column seven: an integer is not a Bool")
        #expect(throws: DatabaseError.self) { try row["nothing"] as Int }
        #expect(throws: DatabaseError.self) { try row["absent"] as Int }
    }

    @Test func `that were bound may be selected, whatever their type is this time`() throws {
        for value in [SQLValue.integer(12), .text("douze"), .null, .bytes([12]), .integer(-1)] {
            let row = try #require(try connection.row("SELECT \(value) AS value"))
            #expect(try row["value"] as SQLValue == value)
        }
    }

    @Test func `above the largest Int64 are refused`() throws {
        try connection.execute("INSERT INTO samples (positive) VALUES (9223372036854775808)")
        let error = #expect(throws: DatabaseError.self) { try connection.rows("SELECT positive FROM samples") }
        #expect(error?.message == "column positive is above 2^63 - 1")
        #expect(try connection.rows("SELECT id FROM samples").count == 1)
    }

    @Test func `that float are refused`() throws {
        try connection.execute("INSERT INTO samples (ratio) VALUES (0.5)")
        let error = #expect(throws: DatabaseError.self) { try connection.rows("SELECT id, ratio FROM samples") }
        #expect(error?.message == "column ratio is a FLOAT or a DOUBLE, use DECIMAL or integers")
        #expect(try connection.rows("SELECT id FROM samples").count == 1)
    }
}
