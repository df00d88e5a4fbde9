/// A way into a freelancer's Express dashboard; it works once: redirect to it, never store it.
private struct LoginLink: Decodable {
    let url: String
}

extension StripeClient {
    /// Opens the Express dashboard of an account that we created (Stripe API reference, "Create a login link").
    ///
    /// - Returns: its address, for one visit.
    public func createLoginLink(account: String) throws(StripeError) -> String {
        let link: LoginLink = try post("/v1/accounts/" + percentEncoded(account) + "/login_links")
        return link.url
    }
}

extension StripeClient {
    /// The dashboard of an account that its owner had before, where they are logged in by themselves.
    ///
    /// - Parameter payment: the payment to show, `pi_…`.
    /// - Returns: its address.
    public func dashboardURL(payment: String?) -> String {
        let place = takesRealMoney ? "" : "/test"
        return "https://dashboard.stripe.com" + place + "/payments" + (payment.map { "/" + percentEncoded($0) } ?? "")
    }
}
