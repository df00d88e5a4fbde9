/// What was asked for does not exist, or is another company's: both look the same (404).
public struct NotFound: Error, Equatable {
    /// The one reason.
    public init() {}
}
