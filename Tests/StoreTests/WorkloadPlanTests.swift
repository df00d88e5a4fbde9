import MariaDB
import OperationsTestSupport
import Payments
import TestSupport
import Testing

@testable import Store

/// How the database finds the operator's figures, once years of work are done.
@Suite(.database(.needme)) struct `A figure of the operator's` {
    let recorder: Recorder

    init() throws {
        let administrator = TestDatabase.current.connect()
        recorder = Recorder(administrator)
        try administrator.runUnprepared(
            """
            INSERT INTO outbox (kind, subject, due_at, created_at, done_at, tries)
            SELECT IF(seq % 2, 'mail_receipt', 'confirm_payment'), seq, NOW(6), NOW(6), NOW(6), 1 FROM seq_1_to_20000
            """
        )
        try administrator.runUnprepared(
            """
            INSERT INTO outbox (kind, subject, due_at, created_at, last_error)
            SELECT IF(seq % 2, 'mail_receipt', 'retry_event'), seq, NOW(6), NOW(6), 'no' FROM seq_1_to_20
            """
        )
        try administrator.runUnprepared("ANALYZE TABLE outbox")
    }

    @Test func `reads what waits, by an index, and not what is done`() throws {
        #expect(try objections { for lane in Errand.Lane.allCases { _ = try $0.workload(of: lane) } } == [])
        #expect(try objections { _ = try $0.eventBacklog() } == [])
        #expect(try objections { _ = try $0.workload(of: AttemptState.open) } == [])
    }

    @Test func `would be found out without its index`() throws {
        let administrator = TestDatabase.current.connect()
        try administrator.runUnprepared("DROP INDEX given_up_errands ON outbox")
        defer {
            #expect(throws: Never.self) {
                try administrator.runUnprepared("CREATE INDEX given_up_errands ON outbox (given_up_at, kind)")
            }
        }
        #expect(try objections { _ = try $0.workload(of: Errand.Lane.mail) } != [])
    }

    private func objections(to question: (StoreReader) throws -> Void) throws -> [String] {
        recorder.statements = []
        try question(StoreReader(recorder))
        try #require(!recorder.statements.isEmpty)
        return try recorder.statements.flatMap { try Plan(of: $0, by: recorder).objections }
    }
}
