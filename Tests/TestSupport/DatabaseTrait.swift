public import Testing

/// Lends one database of a pool, empty, to each test.
public struct DatabaseTrait: TestTrait, SuiteTrait, TestScoping {
    let pool: DatabasePool

    /// On a suite: each of its tests has a database of its own.
    public var isRecursive: Bool { true }

    /// Runs one test, or one case of a parameterised test, with its database.
    public func provideScope(
        for test: Test,
        testCase: Test.Case?,
        performing function: @Sendable () async throws -> Void
    ) async throws {
        try DatabaseServer.require()
        let database = try await pool.lend()
        let outcome: Result<Void, any Error>
        do {
            try database.empty()
            outcome = .success(try await TestDatabase.$lent.withValue(database, operation: function))
        } catch {
            outcome = .failure(error)
        }
        await pool.takeBack(database)
        try outcome.get()
    }
}

extension Trait where Self == DatabaseTrait {
    /// Lends one database of this pool, empty, to each test.
    public static func database(_ pool: DatabasePool) -> Self {
        DatabaseTrait(pool: pool)
    }
}
