/// libarchive could not do what was asked.
public struct ArchiveError: Error, Sendable, Equatable, CustomStringConvertible {
    /// What was asked, and the library's words.
    public let description: String

    init(_ call: String, _ words: String) {
        description = "\(call): \(words)"
    }
}
