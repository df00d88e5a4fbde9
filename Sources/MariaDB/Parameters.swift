import CMariaDB

/// Lays bound values out for C, for as long as `body` runs.
///
/// C keeps the pointers it is given in `mysql_stmt_bind_param` and reads them in `mysql_stmt_execute`: call both inside.
func withParameters<Value>(_ values: [SQLValue], _ body: (UnsafeMutablePointer<MYSQL_BIND>?) -> Value) -> Value {
    unsafe withUnsafeTemporaryAllocation(of: MYSQL_BIND.self, capacity: values.count) { binds in
        unsafe withUnsafeTemporaryAllocation(byteCount: values.reduce(0) { $0 + $1.room }, alignment: 8) { storage in
            var offset = 0
            for (position, value) in values.enumerated() {
                let end = offset + value.room
                unsafe binds.initializeElement(
                    at: position,
                    to: value.parameter(in: .init(rebasing: storage[offset..<end]))
                )
                offset = end
            }
            return unsafe body(binds.baseAddress)
        }
    }
}

extension SQLValue {
    /// Bytes to keep for the value, in whole words so that the next integer is aligned.
    fileprivate var room: Int {
        switch self {
        case .null: 0
        case .integer: 8
        case .text(let text): (text.utf8.count + 7) & ~7
        case .bytes(let bytes): (bytes.count + 7) & ~7
        }
    }

    /// The value copied into its storage, described for C.
    fileprivate func parameter(in storage: UnsafeMutableRawBufferPointer) -> MYSQL_BIND {
        var bind = unsafe MYSQL_BIND()
        unsafe bind.buffer = storage.baseAddress
        switch self {
        case .null:
            unsafe bind.buffer_type = MYSQL_TYPE_NULL
        case .integer(let integer):
            unsafe bind.buffer_type = MYSQL_TYPE_LONGLONG
            unsafe storage.storeBytes(of: integer, as: Int64.self)
        case .text(var text):
            unsafe bind.buffer_type = MYSQL_TYPE_STRING
            unsafe bind.buffer_length = UInt(text.utf8.count)
            text.withUTF8 { unsafe storage.copyMemory(from: UnsafeRawBufferPointer($0)) }
        case .bytes(let bytes):
            unsafe bind.buffer_type = MYSQL_TYPE_BLOB
            unsafe bind.buffer_length = UInt(bytes.count)
            unsafe storage.copyBytes(from: bytes)
        }
        return unsafe bind
    }
}
