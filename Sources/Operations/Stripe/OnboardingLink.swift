import Store
import Stripe

/// A way to Stripe's form and back; the way back carries a token of ours, since Stripe's return proves nothing.
struct OnboardingLink {
    let account: StripeAccount

    func create(in office: Office, stripe: StripeClient) throws -> String {
        let token = Token.random(from: office.outside)
        try office.store.write { try $0.update(account, onboardingHash: token.fingerprint) }
        return try stripe.createAccountLink(
            account: account.account,
            returnURL: office.publicOrigin + "/stripe/retour/" + token.text,
            refreshURL: office.publicOrigin + "/stripe/reprise/" + token.text
        ).url
    }
}
