/// A client cannot be written to: no address of theirs is known.
public struct UnknownAddress: Error, Equatable {
    /// The one reason.
    public init() {}
}
