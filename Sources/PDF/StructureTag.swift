/// What a part of a document is, for those who hear it read (ISO 32000-1 §14.8.4, ISO 14289-1).
public enum StructureTag: Sendable, Equatable {
    /// A part that only groups others.
    case section
    /// A heading; level 1 is the document's title, and no level may be left out.
    case heading(level: Int)
    /// A paragraph.
    case paragraph
    /// A piece of a paragraph.
    case span
    /// A table, which holds rows.
    case table
    /// A row of a table, which holds cells; each row of a table spans the same number of columns.
    case row
    /// A heading of a column or of a row.
    case headerCell(of: Scope, columns: Int = 1)
    /// A cell of a table.
    case cell(columns: Int = 1)
    /// A list, which holds items.
    case list
    /// An item of a list, which holds perhaps a label and a body.
    case item
    /// The number or the dot of an item.
    case label
    /// The text of an item.
    case body
    /// A picture with the words that stand for it.
    case figure(alternative: String)

    /// What a header cell is the heading of.
    public enum Scope: String, Sendable, Equatable {
        /// The cells under it.
        case column = "Column"
        /// The cells beside it.
        case row = "Row"
    }

    /// The name in the PDF (ISO 32000-1 §14.8.4).
    var name: String {
        switch self {
        case .section: "Sect"
        case .heading(let level): "H\(min(max(level, 1), 6))"
        case .paragraph: "P"
        case .span: "Span"
        case .table: "Table"
        case .row: "TR"
        case .headerCell: "TH"
        case .cell: "TD"
        case .list: "L"
        case .item: "LI"
        case .label: "Lbl"
        case .body: "LBody"
        case .figure: "Figure"
        }
    }

    /// The attributes of tables (ISO 32000-1 §14.8.5.7), in PDF's notation; nil for none.
    var attributes: String? {
        switch self {
        case .headerCell(let scope, let columns): "<< /O /Table /Scope /\(scope.rawValue)\(Self.span(columns)) >>"
        case .cell(let columns) where columns > 1: "<< /O /Table\(Self.span(columns)) >>"
        default: nil
        }
    }

    private static func span(_ columns: Int) -> String { columns > 1 ? " /ColSpan \(columns)" : "" }
}
