import Accounting

/// Which edition of something somebody had before their eyes when they began to change it.
///
/// It is a fingerprint of all that was said, so that what says the same is the same edition: whoever saves a form twice, or
/// brings back what stood there, is in nobody's way. It is compared with what is stored now, under its lock.
public struct Edition: Sendable, Equatable {
    /// 64 characters of hexadecimal, which forms carry.
    public let text: String

    /// The edition that says this.
    ///
    /// - Parameter content: a value without sets and dictionaries, whose order is not the same in every process.
    public init(of content: some Equatable & Sendable) {
        text = sha256(Array(String(reflecting: content).utf8)).hexadecimal
    }

    /// What nobody saw: it is equal to no edition.
    public static let unknown = Edition("")

    /// An edition as a form brought it back; it is equal to none unless it is one of ours.
    public init(_ text: String) {
        self.text = text
    }
}

/// What was to be replaced says something else than its author saw: another window has saved it meanwhile.
public struct ChangedMeanwhile: Error, Equatable {}

/// True when a new content has still to be written over the current one, whose lock the caller holds.
///
/// - Parameters:
///   - current: what is stored.
///   - new: what is to be stored.
///   - seen: what the author saw; nil when their form did not say.
/// - Returns: false when nothing is to be done.
/// - Throws: ``ChangedMeanwhile`` when writing would undo what the author has not seen.
func mustReplace<Content: Equatable & Sendable>(
    _ current: Content,
    with new: Content,
    seen: Edition?
) throws(ChangedMeanwhile) -> Bool {
    if current == new { return false }
    guard let seen, seen == Edition(of: current) else { throw ChangedMeanwhile() }
    return true
}
