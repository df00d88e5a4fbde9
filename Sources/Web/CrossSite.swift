/// Tells a form of ours from one that another site made the browser send (OWASP CSRF: token and origin, both).
public enum CrossSite {
    /// The name of the form field that carries the token.
    public static let fieldName = "jeton"

    /// True when the browser says the request comes from a page of ours.
    ///
    /// Browsers send `Origin` with every POST; one that hides it sends "null", which is refused.
    public static func isOwnOrigin(_ request: Request, publicOrigin: String) -> Bool {
        request.headers["origin"] == publicOrigin
    }

    /// True when both texts are equal; takes the same time wherever they differ.
    public static func constantTimeEqual(_ first: String, _ second: String) -> Bool {
        let (left, right) = (Array(first.utf8), Array(second.utf8))
        guard left.count == right.count else { return false }
        return zip(left, right).reduce(into: UInt8(0)) { $0 |= $1.0 ^ $1.1 } == 0
    }
}
