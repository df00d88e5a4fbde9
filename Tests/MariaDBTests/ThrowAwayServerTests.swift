import MariaDB
import TestSupport
import Testing

@Suite(.database(.mariaDB)) struct `The throw-away server` {
    /// A server that starts deletes the temporary tables that it finds where it keeps its own.
    @Test func `shares no folder with another server`() throws {
        let row = try #require(
            try TestDatabase.current.connect().row("SELECT @@tmpdir AS temporary, @@socket AS socket")
        )
        let folder = (try row["socket"] as String).split(separator: "/").dropLast().joined(separator: "/")
        #expect(try (row["temporary"] as String).hasPrefix("/" + folder + "/"))
    }
}
