public import Accounting
import MariaDB

extension StoreReader {
    /// The lines of a company's register, in their order, after a given place; up to a thousand unless told otherwise.
    ///
    /// - Parameters:
    ///   - companyID: whose register.
    ///   - sequence: the place after which to begin; 0 for the whole register.
    ///   - limit: how many lines at most.
    /// - Returns: the lines, in their order.
    /// - Throws: the database's error.
    public func registerLines(
        of companyID: Int64,
        after sequence: Int64 = 0,
        limit: Int = 1_000
    ) throws -> [RegisterLine] {
        try runner.rows(
            """
            SELECT \(RegisterLine.columns) FROM register_lines l WHERE l.company_id = \(companyID) AND l.sequence > \(sequence)
            ORDER BY l.sequence LIMIT \(limit)
            """
        ).map(RegisterLine.init)
    }

    /// Where a company's register ends, as it is kept apart from the lines.
    public func registerHead(of companyID: Int64) throws -> RegisterChain.Head {
        try runner.row("SELECT sequence, fingerprint FROM register_heads WHERE company_id = \(companyID)")
            .map(RegisterChain.Head.init) ?? .empty
    }

    /// What was written down of each movement of money of an invoice, by the movement's row.
    public func registeredShares(of invoiceID: Int64) throws -> [Int64: Shares] {
        let rows = try runner.rows(
            """
            SELECT l.payment_id, l.amount_cents, l.net_cents, l.disbursed_cents FROM payments p
            JOIN register_lines l ON l.payment_id = p.id WHERE p.invoice_id = \(invoiceID)
            """
        )
        return Dictionary(uniqueKeysWithValues: try rows.map { (try $0["payment_id"], try Shares($0)) })
    }

    /// The companies that have a register.
    public func companiesWithRegister() throws -> [Int64] {
        try runner.rows(
            "SELECT company_id FROM register_heads UNION SELECT company_id FROM register_lines ORDER BY 1"
        ).map { try $0["company_id"] }
    }
}

extension StoreWriter {
    /// Adds a line at the end of a company's register, which stays locked until the transaction ends.
    ///
    /// - Parameters:
    ///   - entry: what stands in it.
    ///   - companyID: whose register.
    ///   - shares: what its amount is made of.
    ///   - paymentID: the movement of money that it writes down.
    ///   - chain: how lines hold together.
    /// - Throws: the database's error.
    public func addRegisterLine(
        _ entry: RegisterLine.Entry,
        of companyID: Int64,
        shares: Shares,
        paymentID: Int64,
        chain: RegisterChain
    ) throws {
        let line = chain.line(entry, after: try lockRegisterHead(of: companyID))
        try transaction.execute(
            """
            INSERT INTO register_lines (company_id, sequence, received_on, document, client, nature, activity,
                amount_cents, net_cents, disbursed_cents, means, reference, recorded_at, fingerprint, payment_id)
            VALUES (\(companyID), \(line.sequence), \(entry.receivedOn), \(entry.document), \(entry.client),
                \(entry.nature), \(entry.activity), \(entry.amount), \(shares.net),
                \(shares.disbursed), \(entry.means), \(entry.reference), \(entry.recordedAt), \(line.fingerprint), \(paymentID))
            """
        )
        try transaction.execute(
            """
            UPDATE register_heads SET sequence = \(line.sequence), fingerprint = \(line.fingerprint)
            WHERE company_id = \(companyID)
            """
        )
    }

    private func lockRegisterHead(of companyID: Int64) throws -> RegisterChain.Head {
        let empty = RegisterChain.Head.empty
        try transaction.execute(
            """
            INSERT INTO register_heads (company_id, sequence, fingerprint)
            VALUES (\(companyID), \(empty.sequence), \(empty.fingerprint))
            ON DUPLICATE KEY UPDATE company_id = company_id
            """
        )
        let row = try transaction.row(
            "SELECT sequence, fingerprint FROM register_heads WHERE company_id = \(companyID) FOR UPDATE"
        )
        guard let row else { preconditionFailure("The register's end was written just above.") }
        return try RegisterChain.Head(row)
    }
}

extension RegisterChain.Head {
    fileprivate init(_ row: Row) throws {
        self.init(sequence: try row["sequence"], fingerprint: try row["fingerprint"])
    }
}

extension Shares {
    /// Reads the columns `amount_cents`, `net_cents` and `disbursed_cents`.
    init(_ row: Row) throws {
        self.init(
            amount: try row["amount_cents"],
            net: try row["net_cents"],
            disbursed: try row["disbursed_cents"]
        )
    }
}

extension RegisterLine {
    /// What a line is read from, of the table `register_lines l`.
    static let columns: SQL = """
        l.sequence, l.received_on, l.document, l.client, l.nature, l.activity, l.amount_cents, l.means, l.reference,
        l.recorded_at, l.fingerprint
        """

    init(_ row: Row) throws {
        self.init(
            sequence: try row["sequence"],
            entry: Entry(
                receivedOn: try row["received_on"],
                document: try row["document"],
                client: try row["client"],
                nature: try row["nature"],
                activity: try row["activity"],
                amount: try row["amount_cents"],
                means: try row["means"],
                reference: try row["reference"],
                recordedAt: try row["recorded_at"]
            ),
            fingerprint: try row["fingerprint"]
        )
    }
}
