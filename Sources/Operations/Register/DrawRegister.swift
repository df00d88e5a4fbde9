public import Accounting
public import Documents
public import Store

/// The lines of a register on paper: what fits into a responder's memory, and no more.
public struct DrawRegister {
    /// The most lines that one file holds.
    public static let maximumLines = 2_000

    private let selection: RegisterSelection

    /// The lines of this selection.
    public init(_ selection: RegisterSelection) {
        self.selection = selection
    }

    /// - Parameters:
    ///   - reader: where the lines are.
    ///   - press: where they are drawn.
    ///   - day: the day that the paper is dated by.
    /// - Returns: the file; nil when there are more lines than one holds.
    /// - Throws: the database's or the drawing's error.
    public func run(_ reader: StoreReader, _ press: Press, on day: Day) throws -> [UInt8]? {
        guard let company = try reader.company(selection.companyID) else { throw NotFound() }
        let rows = try reader.registerRows(selection, limit: Self.maximumLines + 1)
        guard rows.count <= Self.maximumLines else { return nil }
        return try press.register(
            RegisterDocument(
                seller: company.seller,
                period: selection.period,
                activity: selection.activity,
                rows: rows.map { RegisterDocument.Row(line: $0.line, shares: $0.shares) },
                drawnOn: day
            )
        )
    }
}
