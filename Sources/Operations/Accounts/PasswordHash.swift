import CArgon2

/// A password as it is kept: Argon2id with its parameters and salt in one text (RFC 9106).
struct PasswordHash {
    /// The hash in Argon2's own encoding, "$argon2id$v=19$m=…".
    let encoded: String

    /// A hash as it was stored.
    init(encoded: String) {
        self.encoded = encoded
    }

    /// Hashes a password with a new salt.
    ///
    /// - Throws: ``PasswordHashError`` when memory is short.
    init(_ password: String, outside: Outside) throws(PasswordHashError) {
        _ = Self.adviceToGiveMemoryBack
        let salt = outside.randomBytes(16)
        let secret = Array(password.utf8)
        let length = argon2_encodedlen(
            Cost.passes,
            Cost.kibibytes,
            Cost.lanes,
            UInt32(salt.count),
            Cost.hashLength,
            Argon2_id
        )
        var text = [CChar](repeating: 0, count: length)
        let status = unsafe argon2id_hash_encoded(
            Cost.passes,
            Cost.kibibytes,
            Cost.lanes,
            secret,
            secret.count,
            salt,
            salt.count,
            Int(Cost.hashLength),
            &text,
            text.count
        )
        guard status == ARGON2_OK.rawValue else { throw PasswordHashError(status: status) }
        encoded = String(decoding: text.prefix { $0 != 0 }.map(UInt8.init(bitPattern:)), as: UTF8.self)
    }

    /// True when the password is the one that was hashed; compared in constant time by the library.
    func matches(_ password: String) throws(PasswordHashError) -> Bool {
        _ = Self.adviceToGiveMemoryBack
        let secret = Array(password.utf8)
        let status = unsafe argon2id_verify(encoded, secret, secret.count)
        switch status {
        case ARGON2_OK.rawValue: return true
        case ARGON2_VERIFY_MISMATCH.rawValue: return false
        default: throw PasswordHashError(status: status)
        }
    }

    /// Makes the allocator give blocks of a mebibyte and more back to the system as soon as they are free.
    ///
    /// Left to itself, glibc keeps them once one was freed (mallopt(3), M_MMAP_THRESHOLD, "dynamic mmap threshold"): the
    /// memory of one log-in would stay in the process for ever. Another allocator, such as the address sanitizer's, takes no
    /// advice and says so with a zero, which changes nothing else.
    private static let adviceToGiveMemoryBack = mallopt(M_MMAP_THRESHOLD, 1_048_576)

    /// OWASP's first choice for Argon2id with little memory: 19 MiB, two passes, one lane.
    private enum Cost {
        static let passes: UInt32 = 2
        static let kibibytes: UInt32 = 19_456
        static let lanes: UInt32 = 1
        static let hashLength: UInt32 = 32
    }
}

/// Argon2 could not do its work.
struct PasswordHashError: Error, CustomStringConvertible {
    /// The library's error code (argon2.h, `argon2_error_codes`).
    let status: Int32

    var description: String { "Argon2 failed with code \(status)" }
}
