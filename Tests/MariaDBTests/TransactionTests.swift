import Dispatch
import MariaDB
import Synchronization
import TestSupport
import Testing

@Suite(.database(.mariaDB)) struct `A transaction` {
    let connection = TestDatabase.current.connect()

    @Test func `is kept whole`() throws {
        let count: Int = try connection.transaction { transaction in
            try transaction.execute("INSERT INTO samples (big) VALUES (1)")
            try transaction.execute("INSERT INTO samples (big) VALUES (2)")
            return try transaction.rows("SELECT id FROM samples").count
        }
        #expect(count == 2)
        #expect(try bigs() == [1, 2])
    }

    @Test func `is undone by any error, which is thrown on`() throws {
        struct Refusal: Error {}
        #expect(throws: Refusal.self) {
            try connection.transaction { transaction in
                try transaction.execute("INSERT INTO samples (big) VALUES (1)")
                throw Refusal()
            }
        }
        #expect(try bigs().isEmpty)
    }

    @Test func `may go on after a duplicate key`() throws {
        try connection.transaction { transaction in
            try transaction.execute("INSERT INTO samples (name, big) VALUES ('a', 1)")
            #expect(throws: DatabaseError.self) { try transaction.execute("INSERT INTO samples (name) VALUES ('a')") }
            try transaction.execute("INSERT INTO samples (name, big) VALUES ('b', 2)")
        }
        #expect(try bigs() == [1, 2])
    }

    /// A body that swallows the deadlock must not have its later statements kept without the earlier ones.
    @Test(arguments: [false, true]) func `in a deadlock runs again, whole`(swallowsErrors: Bool) throws {
        try connection.execute("INSERT INTO samples (id, big) VALUES (1, 0), (2, 0)")
        let database = TestDatabase.current
        let meeting = Meeting(of: 2)
        let outcomes = race(2) { runner in
            var attempts = 0
            try database.connect().transaction { transaction in
                attempts += 1
                try transaction.execute("UPDATE samples SET big = big + 1 WHERE id = \(1 + runner)")
                if attempts == 1 { meeting.join() }
                do {
                    try transaction.execute("UPDATE samples SET big = big + 1 WHERE id = \(2 - runner)")
                } catch {
                    guard swallowsErrors else { throw error }
                }
                _ = try? transaction.execute("INSERT INTO samples (big) VALUES (\(100 + runner))")
            }
            return attempts
        }
        let attempts = try outcomes.map { try $0.get() }
        #expect(attempts.reduce(0, +) >= 3)
        #expect(try bigs() == [2, 2, 100, 101])
    }

    @Test func `that waits too long for a lock runs again, whole`() throws {
        try connection.execute("INSERT INTO samples (id, big) VALUES (1, 0)")
        let database = TestDatabase.current
        let isHeld = DispatchSemaphore(value: 0)
        let mayEnd = DispatchSemaphore(value: 0)
        let outcomes = race(2) { runner in
            var settings = database.settings
            settings.lockWaitSeconds = 1
            var attempts = 0
            if runner == 1 { isHeld.wait() }
            try Connection(settings).transaction { transaction in
                attempts += 1
                if attempts == 2 { mayEnd.signal() }
                try transaction.execute("UPDATE samples SET big = big + 1 WHERE id = 1")
                guard runner == 0 else { return }
                isHeld.signal()
                mayEnd.wait()
            }
            return attempts
        }
        #expect(try outcomes.map { try $0.get() } == [1, 2])
        #expect(try bigs() == [2])
    }

    @Test(arguments: [1213, 1205, 1047]) func `that never gets through is given up`(code: Int) throws {
        var attempts = 0
        let error = #expect(throws: DatabaseError.self) {
            try connection.transaction { transaction in
                attempts += 1
                try transaction.execute("SIGNAL SQLSTATE '40001' SET MYSQL_ERRNO = \(unescaped: "\(code)")")
            }
        }
        #expect(attempts == 8)
        #expect(error?.code == code)
        #expect(error?.isTransient == true)
        #expect(error?.isUnavailable == true)
    }

    @Test func `that the server gave up behind a duplicate runs again whole`() throws {
        try connection.execute("INSERT INTO samples (name) VALUES ('taken')")
        var attempts: Int64 = 0
        try connection.transaction { transaction in
            attempts += 1
            // As a Galera node does when another was faster: it rolls back, and speaks of the duplicate alone.
            if attempts == 1 { try transaction.execute("ROLLBACK") }
            let error = #expect(throws: DatabaseError.self) {
                try transaction.execute("INSERT INTO samples (name) VALUES ('taken')")
            }
            #expect(error?.isDuplicateKey == (attempts == 2))
            try transaction.execute("INSERT INTO samples (big) VALUES (\(attempts))")
        }
        #expect(attempts == 2)
        let kept = try connection.rows("SELECT big FROM samples WHERE big IS NOT NULL").map { try $0["big"] as Int64 }
        #expect(kept == [2])
    }

    @Test func `that its cluster did not take is not available, and is not tried again by itself`() throws {
        var attempts = 0
        let error = #expect(throws: DatabaseError.self) {
            try connection.transaction { transaction in
                attempts += 1
                try transaction.execute("SIGNAL SQLSTATE 'HY000' SET MYSQL_ERRNO = 1180")
            }
        }
        #expect(attempts == 1)
        #expect(error?.isUnavailable == true)
    }

    @Test func `within a transaction is a mistake of ours`() async throws {
        let end = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let connection = Connection(DatabaseServer.settings())
            try connection.transaction { _ in try connection.transaction { _ in } }
        }
        let words = String(decoding: try #require(end).standardErrorContent, as: UTF8.self)
        #expect(words.contains("Inside a transaction, speak to the transaction and not to its connection."))
    }

    @Test func `used when it is over is a mistake of ours`() async throws {
        let end = await #expect(processExitsWith: .failure, observing: [\.standardErrorContent]) {
            let connection = Connection(DatabaseServer.settings())
            let over = try connection.transaction { $0 }
            _ = try over.rows("SELECT 1")
        }
        let words = String(decoding: try #require(end).standardErrorContent, as: UTF8.self)
        #expect(words.contains("A transaction is over when its closure returns."))
    }

    private func bigs() throws -> [Int] {
        try connection.rows("SELECT big FROM samples ORDER BY big").map { try $0["big"] }
    }
}

/// A place where threads wait for one another.
private final class Meeting: Sendable {
    private let expected: Int
    private let arrived = Mutex(0)
    private let all = DispatchSemaphore(value: 0)

    init(of expected: Int) {
        self.expected = expected
    }

    func join() {
        let isLast = arrived.withLock { arrived in
            arrived += 1
            return arrived == expected
        }
        if isLast { for _ in 0..<expected { all.signal() } }
        all.wait()
    }
}
