/// A table for spreadsheets as French ones read it: UTF-8 with its mark, semicolons, one line a row.
public struct CSV: Sendable {
    /// A cell.
    public enum Cell: Sendable {
        /// Words of people: never taken for a formula.
        case text(String)
        /// A number or a date that we wrote.
        case value(String)
    }

    /// The bytes so far.
    public private(set) var bytes: [UInt8] = [0xEF, 0xBB, 0xBF]

    /// A table with these columns.
    public init(_ columns: [String]) {
        add(columns.map(Cell.value))
    }

    /// Adds a row.
    public mutating func add(_ cells: [Cell]) {
        let line = cells.map(\.quoted).joined(separator: ";") + "\r\n"
        bytes.append(contentsOf: line.utf8)
    }

    /// The answer that a browser saves under a name.
    public func response(named name: String) -> Response {
        Response(type: "text/csv; charset=utf-8", body: bytes)
            .with("content-disposition", "attachment; filename=\"\(name)\"")
            .with("cache-control", "no-store")
    }
}

extension CSV.Cell {
    /// The cell in quotes (RFC 4180).
    ///
    /// Spreadsheets compute what begins with =, +, -, @, a tab or a carriage return: an apostrophe before it makes it a
    /// text (OWASP, "CSV Injection").
    fileprivate var quoted: String {
        let content =
            switch self {
            case .value(let value): value
            case .text(let text): (text.unicodeScalars.first.map(Self.isDangerous) ?? false ? "'" : "") + text
            }
        return "\"" + content.replacing("\"", with: "\"\"") + "\""
    }

    private static func isDangerous(_ scalar: Unicode.Scalar) -> Bool {
        switch scalar {
        case "=", "+", "-", "@", "\t", "\r", "\n": true
        default: false
        }
    }
}
