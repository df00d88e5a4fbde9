import CMariaDB

/// What a column's values become.
enum ColumnKind {
    case integer, unsigned, text, bytes

    /// The kind of a column; `nil` for `FLOAT` and `DOUBLE`.
    init?(_ field: MYSQL_FIELD) {
        switch unsafe field.type {
        case MYSQL_TYPE_FLOAT, MYSQL_TYPE_DOUBLE:
            return nil
        case MYSQL_TYPE_TINY, MYSQL_TYPE_SHORT, MYSQL_TYPE_INT24, MYSQL_TYPE_LONG, MYSQL_TYPE_LONGLONG, MYSQL_TYPE_YEAR:
            self = unsafe field.flags & UInt32(UNSIGNED_FLAG) != 0 ? .unsigned : .integer
        case MYSQL_TYPE_STRING, MYSQL_TYPE_VAR_STRING, MYSQL_TYPE_VARCHAR, MYSQL_TYPE_BLOB, MYSQL_TYPE_TINY_BLOB,
            MYSQL_TYPE_MEDIUM_BLOB, MYSQL_TYPE_LONG_BLOB, MYSQL_TYPE_BIT, MYSQL_TYPE_GEOMETRY:
            self = unsafe field.charsetnr == ColumnKind.binaryCharset ? .bytes : .text
        default:
            // Dates, times and decimals also travel in the binary character set; C writes them out as text.
            self = .text
        }
    }

    // "To distinguish between binary and nonbinary data for string data types, check whether the charsetnr value is 63."
    private static let binaryCharset: UInt32 = 63

    var isInteger: Bool { self == .integer || self == .unsigned }

    /// The type asked of C.
    var type: enum_field_types {
        switch self {
        case .integer, .unsigned: MYSQL_TYPE_LONGLONG
        case .text: MYSQL_TYPE_STRING
        case .bytes: MYSQL_TYPE_BLOB
        }
    }
}
