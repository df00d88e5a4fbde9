/// The one way to write a record down before its fingerprint is taken: each field behind its length, so that no two
/// records share their bytes.
struct CanonicalBytes {
    private(set) var bytes: [UInt8]

    /// Starts with the version of the layout, so that a later layout cannot be mistaken for this one.
    init(version: UInt8) {
        bytes = [version]
    }

    mutating func append(_ text: String) {
        append(Array(text.utf8))
    }

    mutating func append(_ number: Int64) {
        append(String(number))
    }

    mutating func append(_ field: [UInt8]) {
        for shift in stride(from: 56, through: 0, by: -8) {
            bytes.append(UInt8(truncatingIfNeeded: field.count >> shift))
        }
        bytes += field
    }
}
