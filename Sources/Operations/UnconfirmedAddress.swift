/// NeedMe writes to nobody else for an account before its owner has confirmed their address.
public struct UnconfirmedAddress: Error, Equatable {
    /// The one reason.
    public init() {}
}
