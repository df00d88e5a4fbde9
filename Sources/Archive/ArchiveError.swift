import CArchive

/// libarchive could not do what was asked.
public struct ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was asked, and the library's words.
    public let description: String

    init(_ call: String, _ words: String) {
        description = "\(call): \(words)"
    }

    /// What the library says went wrong last.
    @unsafe init(_ call: String, of handle: OpaquePointer) {
        let words = unsafe archive_error_string(handle).map { unsafe String(cString: $0) }
        self.init(call, words ?? "no reason given")
    }
}
