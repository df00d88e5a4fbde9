public import Documents
public import Store

/// Where operations are done: the company's memory and the world outside.
///
/// Pages hand an office to operations; only operations can write to its store.
public struct Office {
    let store: Store
    /// The world outside.
    public let outside: Outside
    /// Where people reach us, "https://host", without a slash at its end.
    public let publicOrigin: String
    /// Where documents are drawn.
    public let press: Press

    /// An office.
    public init(store: Store, outside: Outside, publicOrigin: String, press: Press = Press()) {
        self.publicOrigin = publicOrigin
        self.press = press
        self.store = store
        self.outside = outside
    }

    /// What tells our objects at Stripe from those of another site that uses the same account: our host.
    var environment: String { String(publicOrigin.split(separator: "/").last ?? "") }
}
