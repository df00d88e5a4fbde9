/// One row of an answer, read by the names of its columns.
public struct Row: Sendable {
    let columns: ColumnNames
    let values: [SQLValue]

    /// The value of a column.
    ///
    /// Throws a `DatabaseError` when the statement has no such column or when its value is not what is asked for; the
    /// error tells the kind of the value, never the value.
    public subscript<Value: SQLConvertible>(_ column: String) -> Value {
        get throws(DatabaseError) {
            guard let position = columns.positions[column] else {
                throw .unreadable("there is no column \(column)", statement: columns.statement)
            }
            guard let value = Value(sqlValue: values[position]) else {
                let kind = values[position].kind
                throw .unreadable("column \(column): \(kind) is not a \(Value.self)", statement: columns.statement)
            }
            return value
        }
    }

    /// Every column with its value, in the statement's order.
    public var fields: [(name: String, value: SQLValue)] {
        values.indices.map { (columns[$0], values[$0]) }
    }
}

/// The names of a statement's columns, shared by all its rows.
final class ColumnNames: Sendable {
    let positions: [String: Int]
    let statement: String
    private let names: [String]

    init(_ names: [String], statement: String) {
        positions = Dictionary(zip(names, 0...)) { first, _ in
            preconditionFailure("Two columns are called \(names[first]), rename one with AS: \(statement)")
        }
        self.names = names
        self.statement = statement
    }

    subscript(position: Int) -> String { names[position] }
}
