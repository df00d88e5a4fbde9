/// A table as spreadsheets save it, read.
///
/// UTF-8 with or without its mark, or Windows-1252; semicolons, commas or tabs between the cells; a header line.
public struct CSVTable: Sendable, Equatable {
    /// A line below the header.
    public struct Line: Sendable, Equatable {
        /// Its number in the file, the header's being 1.
        public let number: Int
        /// Its cells.
        public let cells: [String]
    }

    /// Why a file is not read.
    public enum Refusal: Error, Sendable, Equatable {
        /// More bytes than are read.
        case tooLarge
        /// More lines than are read.
        case tooManyLines
        /// No text: a workbook, a picture…
        case noText
        /// Nothing below the header.
        case empty
        /// A quotation mark that is opened on this line is never closed.
        case openQuotation(line: Int)
    }

    /// The largest file that is read, in bytes.
    public static let maximumSize = 256 << 10
    /// The most lines that are read.
    public static let maximumLines = 1_000

    /// The cells of the first line.
    public let header: [String]
    /// The others, without those that are empty.
    public let lines: [Line]

    /// Reads a file.
    public init(_ bytes: [UInt8]) throws(Refusal) {
        guard bytes.count <= Self.maximumSize else { throw .tooLarge }
        guard let text = CSVText(bytes)?.scalars else { throw .noText }
        var records = try CSVRecords(text).all.filter { $0.cells.contains { !$0.isEmpty } }
        guard records.count >= 2 else { throw .empty }
        header = records.removeFirst().cells
        guard records.count <= Self.maximumLines else { throw .tooManyLines }
        lines = records
    }
}

/// The records of a text (RFC 4180), line ends inside quotation marks being part of a cell.
private struct CSVRecords {
    private let text: [Unicode.Scalar]
    private let separator: Unicode.Scalar
    private var place = 0
    private var line = 1

    init(_ text: [Unicode.Scalar]) {
        self.text = text
        let first = text.prefix { $0 != "\n" && $0 != "\r" }
        separator =
            [";", "\t", ","].max { left, right in
                first.count { $0 == left } < first.count { $0 == right }
            } ?? ";"
    }

    var all: [CSVTable.Line] {
        get throws(CSVTable.Refusal) {
            var reader = self
            var records: [CSVTable.Line] = []
            while let record = try reader.next() { records.append(record) }
            return records
        }
    }

    private mutating func next() throws(CSVTable.Refusal) -> CSVTable.Line? {
        guard place < text.count else { return nil }
        let number = line
        var cells: [String] = []
        while true {
            cells.append(CSV.original(try cell()))
            guard place < text.count, text[place] == separator else { break }
            place += 1
        }
        endLine()
        return CSVTable.Line(number: number, cells: cells)
    }

    private mutating func cell() throws(CSVTable.Refusal) -> String {
        guard place < text.count, text[place] == "\"" else { return plainCell() }
        let begun = line
        var cell = String.UnicodeScalarView()
        place += 1
        while place < text.count {
            if text[place] == "\"" {
                place += 1
                // Two marks are one of the cell's own; one ends it.
                guard place < text.count, text[place] == "\"" else { return String(cell) + plainCell() }
            }
            if text[place] == "\n" { line += 1 }
            cell.append(text[place])
            place += 1
        }
        throw .openQuotation(line: begun)
    }

    private mutating func plainCell() -> String {
        let start = place
        while place < text.count, text[place] != separator, text[place] != "\n", text[place] != "\r" { place += 1 }
        var cell = String.UnicodeScalarView()
        cell.append(contentsOf: text[start..<place])
        return String(cell)
    }

    private mutating func endLine() {
        if place < text.count, text[place] == "\r" { place += 1 }
        if place < text.count, text[place] == "\n" { place += 1 }
        line += 1
    }
}
