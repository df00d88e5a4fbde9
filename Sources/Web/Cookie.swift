/// A cookie that only our own host can set and that no script can read.
///
/// The `__Host-` prefix makes the browser refuse it unless it is Secure, has Path=/ and no Domain (RFC 6265bis §4.1.3.2).
public struct Cookie: Sendable, Equatable {
    /// The name, with its `__Host-` prefix.
    public let name: String
    /// The value; URL-safe characters only.
    public let value: String
    /// How long the browser keeps it, in seconds; nil until the browser closes; 0 removes it at once.
    public let maximumAge: Int?

    /// A cookie named `__Host-` + `name`.
    public init(_ name: String, value: String, maximumAge: Int? = nil) {
        self.name = Self.prefix + name
        self.value = value
        self.maximumAge = maximumAge
    }

    /// What every cookie name of ours begins with.
    public static let prefix = "__Host-"

    /// The value of a `Set-Cookie` header.
    public var header: String {
        let lifetime = maximumAge.map { "; Max-Age=\($0)" } ?? ""
        return "\(name)=\(value); Path=/; Secure; HttpOnly; SameSite=Lax\(lifetime)"
    }

    /// Finds the cookie `__Host-` + `name` in the values of `Cookie` headers.
    static func value(of name: String, in headers: [String]) -> String? {
        let wanted = prefix + name + "="
        for header in headers {
            for pair in header.split(separator: ";") {
                let trimmed = pair.drop { $0 == " " }
                if trimmed.hasPrefix(wanted) { return String(trimmed.dropFirst(wanted.count)) }
            }
        }
        return nil
    }
}
