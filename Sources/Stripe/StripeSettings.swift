/// What the platform knows about its own access to Stripe.
public struct StripeSettings: Sendable {
    /// The only version of Stripe's API that we speak; events have the version of their endpoint, which must be the same.
    public static let apiVersion = "2026-11-18.endive"

    /// The platform's secret key, `sk_test_…` or `sk_live_…`; never written to a log.
    let secretKey: String
    /// Where the API is, without a slash at the end.
    let baseAddress: String
    /// Where OAuth is, without a slash at the end.
    let connectAddress: String
    /// How often and how long a call is tried.
    let retries: RetryPolicy

    /// Access with a key; the addresses are Stripe's own unless a simulator stands in for it.
    public init(
        secretKey: String,
        baseAddress: String = "https://api.stripe.com",
        connectAddress: String = "https://connect.stripe.com",
        retries: RetryPolicy = RetryPolicy()
    ) {
        self.secretKey = secretKey
        self.baseAddress = Self.withoutSlash(baseAddress)
        self.connectAddress = Self.withoutSlash(connectAddress)
        self.retries = retries
    }

    private static func withoutSlash(_ address: String) -> String {
        address.hasSuffix("/") ? String(address.dropLast()) : address
    }

    /// True when payments made with this key move real money; a session or event of the other mode is not ours.
    var isLive: Bool {
        secretKey.hasPrefix("sk_live_") || secretKey.hasPrefix("rk_live_")
    }
}

extension StripeSettings: CustomStringConvertible, CustomDebugStringConvertible, CustomReflectable {
    /// The address only: the key stays out of logs.
    public var description: String { "Stripe at \(baseAddress)" }

    /// The same as the description.
    public var debugDescription: String { description }

    /// Nothing of the key, whatever dumps the value.
    public var customMirror: Mirror { Mirror(self, children: ["baseAddress": baseAddress]) }
}
