import Stripe

/// Whether Stripe answers and knows our key, whether the mode is the one that the webhooks believe in, and what time it is
/// there.
struct CheckStripe {
    let client: StripeClient
    /// Whether the webhooks take real money; nil when nobody has said so yet.
    let takesRealMoney: Bool?

    /// What was found, with the moment at which Stripe answered.
    func look() -> (findings: [Finding], answeredAt: String?) {
        do throws(StripeError) {
            let account = try client.retrievePlatformAccount()
            let mode = client.takesRealMoney ? "real money" : "test money"
            return ([.ok("stripe", "knows the key, of \(account.id), for \(mode)")] + modes, account.answeredAt)
        } catch {
            return ([.wrong("stripe", "\(error)", cure: Self.cure(error))] + modes, nil)
        }
    }

    private var modes: [Finding] {
        guard let takesRealMoney, takesRealMoney != client.takesRealMoney else { return [] }
        return [
            .wrong(
                "stripe",
                "the key moves \(client.takesRealMoney ? "real" : "test") money, the webhooks take "
                    + (takesRealMoney ? "real" : "test"),
                cure: "NEEDME_STRIPE_MODE=\(client.takesRealMoney ? "live" : "test") in webhook.env, or the other key"
            )
        ]
    }

    private static func cure(_ error: StripeError) -> String {
        switch error {
        case .refused(let refusal) where refusal.status == 401:
            "copy the key again from Stripe's dashboard into NEEDME_STRIPE_SECRET_KEY"
        case .refused, .accountGone: "give the key the right to read its account, or take another"
        case .rateLimited: "try again later"
        case .unavailable: "see the firewall, the names (DNS) and status.stripe.com"
        case .unreadable: "see NEEDME_STRIPE_BASE_ADDRESS, if it is set"
        }
    }
}
