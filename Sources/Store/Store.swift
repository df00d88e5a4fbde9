public import MariaDB

/// The company's memory: MariaDB behind a reader, which pages get, and a writer, which only operations get.
public struct Store {
    private let connection: Connection

    /// A store behind this connection.
    public init(_ connection: Connection) {
        self.connection = connection
    }

    /// Reads outside of any transaction.
    public var reader: StoreReader { StoreReader(connection) }

    /// Reads everything as it stands now, whatever changes meanwhile, for as long as the reader is held.
    public func snapshot() throws -> StoreReader { StoreReader(try connection.snapshot()) }

    /// Does all that the body does, or nothing; the body runs again when the database asks for it.
    ///
    /// The body must touch nothing but the writer: it may run several times.
    public func write<Value>(_ body: (StoreWriter) throws -> Value) throws -> Value {
        try connection.transaction { transaction in try body(StoreWriter(transaction)) }
    }
}

/// Reads what pages show.
public struct StoreReader {
    let runner: any SQLRunner

    init(_ runner: any SQLRunner) {
        self.runner = runner
    }
}

/// Reads and writes inside one transaction.
public struct StoreWriter {
    let transaction: Transaction

    init(_ transaction: Transaction) {
        self.transaction = transaction
    }

    /// Reads inside the transaction, without locking.
    public var reader: StoreReader { StoreReader(transaction) }
}

extension Transaction {
    /// Inserts a row unless a unique key forbids it; nil when it does.
    func insertUnlessDuplicate(_ sql: SQL) throws -> Outcome? {
        do {
            return try execute(sql)
        } catch {
            guard error.isDuplicateKey else { throw error }
            return nil
        }
    }

    /// Changes a row unless a unique key forbids it; false when it does.
    func updateUnlessDuplicate(_ sql: SQL) throws -> Bool { try insertUnlessDuplicate(sql) != nil }
}

/// What a row says is not possible: somebody wrote it by hand, or a migration forgot it.
public struct UnreadableRecord: Error, CustomStringConvertible {
    /// Where it stands.
    public let description: String

    init(_ description: String) {
        self.description = description
    }
}
