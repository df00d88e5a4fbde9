import Foundation
import MariaDB
import OperationsTestSupport
import TestSupport
import Testing

/// The program is run as systemd would.
@Suite(.database(.needme)) struct `The worker` {
    @Test func `told to end, finishes the errand it is at, and leaves the others to the next worker`() throws {
        let scratch = try Scratch()
        let database = TestDatabase.current
        let (errands, watch) = (database.connect(), database.connect())
        for letter in 1...3 as ClosedRange<Int64> {
            try errands.execute(
                """
                INSERT INTO outbox (kind, subject, due_at, created_at)
                VALUES ('mail_letter', \(letter), '2026-01-01', '2026-01-01')
                """
            )
        }
        try errands.runUnprepared("LOCK TABLES outbox WRITE")
        let worker = try Command(
            [Run.program, "work"],
            environment: Run.sound.merging(database.variables) { $1 },
            in: scratch
        )
        var waiting: Row?
        for _ in 1...4_000 where waiting == nil {
            usleep(5_000)
            waiting = try watch.row(
                """
                SELECT ID FROM information_schema.PROCESSLIST
                WHERE DB = \(database.name) AND STATE LIKE 'Waiting for table%'
                """
            )
        }
        #expect(waiting != nil, "The worker has not come to the outbox in twenty seconds.")
        kill(worker.identifier, SIGTERM)
        try errands.runUnprepared("UNLOCK TABLES")
        #expect(worker.wait() == 0)
        let tried: Int64? = try watch.row("SELECT COUNT(*) AS tried FROM outbox WHERE tries > 0").map {
            try $0["tried"]
        }
        #expect(tried == 1)
    }
}
