import CMariaDB

/// Where C writes one row of a statement, used again for every row and every run.
///
/// C keeps these addresses from `mysql_stmt_bind_result` until the statement is closed.
@safe final class ResultBuffers {
    let binds: UnsafeMutablePointer<MYSQL_BIND>
    private let lengths: UnsafeMutablePointer<UInt>
    private let nulls: UnsafeMutablePointer<my_bool>
    private let kinds: [ColumnKind]
    private let names: ColumnNames

    /// A longer value is asked for again, by itself and at its true length.
    private static let largestBuffer: UInt = 1024

    init(for fields: UnsafeBufferPointer<MYSQL_FIELD>, statement: String) throws(DatabaseError) {
        var kinds: [ColumnKind] = []
        var names: [String] = []
        for position in fields.indices {
            let field = unsafe fields[position]
            let name = unsafe String(cString: field.name)
            guard let kind = unsafe ColumnKind(field) else {
                throw .unreadable(
                    "column \(name) is a FLOAT or a DOUBLE, use DECIMAL or integers",
                    statement: statement
                )
            }
            kinds.append(kind)
            names.append(name)
        }
        self.kinds = kinds
        self.names = ColumnNames(names, statement: statement)
        unsafe binds = .allocate(capacity: fields.count)
        unsafe lengths = .allocate(capacity: fields.count)
        unsafe nulls = .allocate(capacity: fields.count)
        unsafe lengths.initialize(repeating: 0, count: fields.count)
        unsafe nulls.initialize(repeating: 0, count: fields.count)
        for (position, kind) in kinds.enumerated() {
            let size = kind.isInteger ? 8 : unsafe min(max(fields[position].length, 8), ResultBuffers.largestBuffer)
            var bind = unsafe MYSQL_BIND()
            unsafe bind.buffer_type = kind.type
            unsafe bind.is_unsigned = kind == .unsigned ? 1 : 0
            unsafe bind.buffer = .allocate(byteCount: Int(size), alignment: 8)
            unsafe bind.buffer_length = size
            unsafe bind.length = lengths + position
            unsafe bind.is_null = nulls + position
            unsafe binds.advanced(by: position).initialize(to: bind)
        }
    }

    deinit {
        for position in kinds.indices { unsafe binds[position].buffer.deallocate() }
        unsafe binds.deallocate()
        unsafe lengths.deallocate()
        unsafe nulls.deallocate()
    }

    /// Whether these columns can be written here.
    func fit(_ fields: UnsafeBufferPointer<MYSQL_FIELD>) -> Bool {
        fields.count == kinds.count
            && kinds.indices.allSatisfy { unsafe ColumnKind(fields[$0]) == kinds[$0] }
    }

    /// The row that C has just fetched.
    func row(of statement: UnsafeMutablePointer<MYSQL_STMT>) throws(DatabaseError) -> Row {
        var values: [SQLValue] = []
        values.reserveCapacity(kinds.count)
        for position in kinds.indices { values.append(try unsafe value(at: position, of: statement)) }
        return Row(columns: names, values: values)
    }

    private func value(
        at position: Int,
        of statement: UnsafeMutablePointer<MYSQL_STMT>
    ) throws(DatabaseError) -> SQLValue {
        guard unsafe nulls[position] == 0 else { return .null }
        let bind = unsafe binds[position]
        let kind = kinds[position]
        if kind.isInteger {
            let integer = unsafe bind.buffer.load(as: Int64.self)
            guard kind == .integer || integer >= 0 else {
                throw .unreadable("column \(names[position]) is above 2^63 - 1", statement: names.statement)
            }
            return .integer(integer)
        }
        let length = unsafe lengths[position]
        guard unsafe length <= bind.buffer_length else {
            return try unsafe longValue(at: position, length: Int(length), of: statement)
        }
        let bytes = unsafe UnsafeRawBufferPointer(start: bind.buffer, count: Int(length))
        return unsafe kind == .text ? .text(String(decoding: bytes, as: UTF8.self)) : .bytes([UInt8](bytes))
    }

    /// A value longer than its buffer, asked for again and written straight into the Swift value.
    private func longValue(
        at position: Int,
        length: Int,
        of statement: UnsafeMutablePointer<MYSQL_STMT>
    ) throws(DatabaseError) -> SQLValue {
        var isRead = false
        func read(into buffer: UnsafeMutableBufferPointer<UInt8>) -> Int {
            var bind = unsafe MYSQL_BIND()
            unsafe bind.buffer_type = kinds[position].type
            unsafe bind.buffer = UnsafeMutableRawPointer(buffer.baseAddress)
            unsafe bind.buffer_length = UInt(length)
            isRead = unsafe mysql_stmt_fetch_column(statement, &bind, UInt32(position), 0) == 0
            return isRead ? length : 0
        }
        let value: SQLValue =
            kinds[position] == .text
            ? unsafe .text(String(unsafeUninitializedCapacity: length, initializingUTF8With: read))
            : unsafe .bytes([UInt8](unsafeUninitializedCapacity: length) { unsafe $1 = read(into: $0) })
        guard isRead else {
            throw .unreadable("column \(names[position]) cannot be read whole", statement: names.statement)
        }
        return value
    }
}
