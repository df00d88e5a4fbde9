import Store
import Stripe

/// A way to where the freelancer gives Stripe what it wants.
///
/// For an account that we created, that is Stripe's form, from which a token of ours leads back, since Stripe's return
/// proves nothing. One that existed before has its own pages at Stripe, which would refuse us such a form.
struct OnboardingLink {
    let account: StripeAccount

    func create(in office: Office, stripe: StripeClient) throws -> String {
        guard account.origin == .created else { return stripe.dashboardURL(payment: nil) }
        let token = Token.random(from: office.outside)
        try office.store.write { try $0.update(account, onboardingHash: token.fingerprint) }
        return try stripe.createAccountLink(
            account: account.account,
            returnURL: office.publicOrigin + "/stripe/retour/" + token.text,
            refreshURL: office.publicOrigin + "/stripe/reprise/" + token.text
        ).url
    }
}
