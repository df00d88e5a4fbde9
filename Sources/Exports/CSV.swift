/// A table as French spreadsheets open it: UTF-8 with its mark, semicolons, one header line, lines ended by CR LF.
public struct CSV: Sendable {
    /// A cell.
    public enum Cell: Sendable, Equatable {
        /// Somebody's words: never a formula.
        case text(String)
        /// A number or a date of our own making.
        case plain(String)
    }

    /// The bytes so far.
    public private(set) var bytes: [UInt8]

    /// A table with its header, or the part of one that comes after its header.
    public init(header: [String] = []) {
        bytes = []
        guard !header.isEmpty else { return }
        bytes = Self.mark
        append(header.map(Cell.text))
    }

    /// What stood in a cell before it was kept from being a formula.
    public static func original(_ cell: String) -> String {
        cell.hasPrefix("'") && Cell.isFormula(cell) ? String(cell.dropFirst()) : cell
    }

    /// U+FEFF, by which spreadsheets know UTF-8.
    private static let mark: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// Adds a line.
    public mutating func append(_ cells: [Cell]) {
        bytes += cells.map(\.written).joined(separator: ";").utf8
        bytes += "\r\n".utf8
    }
}

extension CSV.Cell {
    /// The cell between its separators.
    fileprivate var written: String {
        switch self {
        case .plain(let text): Self.quoted(text)
        case .text(let text): Self.quoted(Self.isFormula(text) ? "'" + text : text)
        }
    }

    /// What a spreadsheet would take for a formula gets an apostrophe (OWASP, "CSV Injection"); so does a text that has one
    /// there already, so that one can always be taken away again.
    fileprivate static func isFormula(_ text: String) -> Bool {
        guard let first = text.unicodeScalars.first(where: { $0 != "'" }) else { return false }
        return ["=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠"].contains(first)
    }

    private static func quoted(_ text: String) -> String {
        guard text.unicodeScalars.contains(where: { [";", "\"", "\r", "\n"].contains($0) }) else { return text }
        return "\"" + text.replacing("\"", with: "\"\"") + "\""
    }
}
