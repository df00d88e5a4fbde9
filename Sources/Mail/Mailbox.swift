/// Somebody who writes or reads mail: an address, and the name to show beside it.
public struct Mailbox: Sendable, Equatable {
    /// The name to show; nil for none.
    public let name: String?
    /// The address.
    public let address: MailAddress

    /// A mailbox; any text will do as a name.
    public init(name: String? = nil, address: MailAddress) {
        self.name = name
        self.address = address
    }
}
