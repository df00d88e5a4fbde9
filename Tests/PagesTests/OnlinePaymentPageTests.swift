import MariaDB
import Operations
import OperationsTestSupport
import Store
import StripeTestSupport
import TestSupport
import Testing

/// « Mon entreprise », tab « Paiement en ligne ».
@Suite(.database(.needme)) struct `The page of online payment` {
    let story = Story()
    let freelancer: Freelancer
    let browser: Browser

    init() throws {
        freelancer = try story.freelancer()
        browser = Browser(story, of: freelancer)
    }

    @Test func `presents it in the words that users were promised`() throws {
        let text = try open().words
        #expect(
            text.contains(
                """
                Activez le paiement en ligne et offrez à vos clients la possibilité de régler leurs factures par carte \
                bancaire en toute sécurité. Aucun frais d'installation, aucun abonnement ni coût caché. Seule une \
                commission de 1,7% + 0,25 € par transaction est appliquée.
                """
            )
        )
        #expect(text.contains("Activer le paiement en ligne"))
    }

    @Test func `offers to connect an account that exists where the site has a client id, and only there`() throws {
        #expect(try open().contains("J’ai déjà un compte Stripe"))
        story.connectsExistingAccounts = false
        let text = try open()
        #expect(!text.contains("J’ai déjà un compte Stripe"))
        #expect(!text.contains("/stripe/oauth"))
        #expect(text.contains("Activer le paiement en ligne"))
    }

    @Test(arguments: [
        ("to_finish", "À terminer", true), ("under_review", "En cours de vérification", false),
        ("action_required", "À compléter chez Stripe", true), ("warned", "Actif, à compléter chez Stripe", true),
        ("active", "Actif", false), ("refused", "Suspendu", false),
    ])
    func `says in French how the account stands, and offers to go on where something is left to do`(
        state: String,
        words: String,
        canResume: Bool
    ) throws {
        try story.connect(freelancer)
        try story.forge("UPDATE stripe_accounts SET state = \(state)")
        let text = try open()
        #expect(text.contains("<strong>\(words)</strong>"))
        #expect(text.contains("Reprendre") == canResume)
    }

    private func open() throws -> String { try browser.open("/entreprise/paiement-en-ligne").text }
}

extension String {
    /// What a reader sees: without markup, every space alike, and the typist's apostrophe.
    fileprivate var words: String {
        replacing(/<[^>]*>/, with: " ").replacing("\u{A0}", with: " ").replacing("’", with: "'")
            .split(whereSeparator: \.isWhitespace).joined(separator: " ")
    }
}
