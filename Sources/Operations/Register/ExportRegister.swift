import Accounting
import Exports
public import Store

/// The lines of a register as a CSV file, a piece at a time: a register of any length takes little memory.
public struct ExportRegister {
    private let selection: RegisterSelection
    private let reader: StoreReader
    private var place: RegisterSelection.Place?
    private var hasBegun = false
    private var hasEnded = false

    private static let linesAtATime = 500

    /// The lines of this selection.
    public init(_ selection: RegisterSelection, _ reader: StoreReader) {
        self.selection = selection
        self.reader = reader
    }

    /// - Returns: the next bytes of the file; nil after its end.
    public mutating func next() throws -> [UInt8]? {
        guard !hasEnded else { return nil }
        var sheet = hasBegun ? CSV() : CSV(header: RegisterSheet.header)
        hasBegun = true
        let rows = try reader.registerRows(selection, after: place, limit: Self.linesAtATime)
        for row in rows { sheet.append(RegisterSheet.cells(row.line, shares: row.shares)) }
        place = rows.last.map { RegisterSelection.Place(day: $0.line.entry.receivedOn, sequence: $0.line.sequence) }
        hasEnded = rows.count < Self.linesAtATime
        return sheet.bytes
    }
}
