/// A value as the database knows it.
///
/// There is no case for a float: no float holds money, and nothing else here needs one.
public enum SQLValue: Sendable, Equatable {
    /// `NULL`.
    case null
    /// Any integer type.
    case integer(Int64)
    /// `CHAR`, `VARCHAR`, `TEXT`, `ENUM`, `JSON`; also `DATE`, `DATETIME`, `TIME` and `DECIMAL` as the server writes them.
    case text(String)
    /// `BINARY`, `VARBINARY`, `BLOB`.
    case bytes([UInt8])

    /// What the value is, for an error that must not say the value itself.
    var kind: String {
        switch self {
        case .null: "NULL"
        case .integer: "an integer"
        case .text: "a text"
        case .bytes: "bytes"
        }
    }
}
