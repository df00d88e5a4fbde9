/// What the bank of a test card does (Stripe, "Test card numbers").
enum TestCard {
    case accepted
    case refused(Refusal)
    /// The customer first answers on the bank's page.
    case authenticated(thenRefused: Refusal?)

    /// The card with these digits; nil when it is not a test card.
    init?(digits: String) {
        guard let line = Self.table.first(where: { $0.digits == digits }) else { return nil }
        self = line.card
    }

    /// The sentence for a number that is no card's.
    static let unknownNumber = "Votre numéro de carte n’est pas valide. Choisissez une carte de test ci-dessous."

    /// Every test card, with the words of the help.
    static let table: [(digits: String, effect: String, card: TestCard)] = [
        ("4242424242424242", "paiement accepté", .accepted),
        ("4000002500003155", "3-D Secure, puis accepté", .authenticated(thenRefused: nil)),
        ("4000000000003220", "3-D Secure 2, puis accepté", .authenticated(thenRefused: nil)),
        ("4000008400001629", "3-D Secure, puis refusé", .authenticated(thenRefused: .generic)),
        ("4000000000000002", "carte refusée", .refused(.generic)),
        ("4000000000009995", "provision insuffisante", .refused(.insufficientFunds)),
        ("4000000000000069", "carte expirée", .refused(.expired)),
        ("4000000000000127", "cryptogramme incorrect", .refused(.incorrectCode)),
        ("4000000000000119", "erreur de traitement", .refused(.processing)),
    ]
}

extension Refusal {
    static let generic = Refusal(
        code: "card_declined",
        declineCode: "generic_decline",
        sentence: "Votre carte a été refusée. Essayez une autre carte."
    )
    static let insufficientFunds = Refusal(
        code: "card_declined",
        declineCode: "insufficient_funds",
        sentence: "Votre carte n’est pas suffisamment approvisionnée. Essayez une autre carte."
    )
    static let expired = Refusal(code: "expired_card", declineCode: nil, sentence: "Votre carte a expiré.")
    static let incorrectCode = Refusal(
        code: "incorrect_cvc",
        declineCode: nil,
        sentence: "Le cryptogramme de votre carte est incorrect."
    )
    static let processing = Refusal(
        code: "processing_error",
        declineCode: nil,
        sentence: "Une erreur est survenue pendant le traitement de votre carte. Réessayez dans un instant."
    )
    static let authentication = Refusal(
        code: "payment_intent_authentication_failure",
        declineCode: nil,
        sentence: "Votre banque n’a pas pu vous authentifier. Choisissez un autre moyen de paiement ou réessayez."
    )
    static let klarna = Refusal(
        code: "payment_method_customer_decline",
        declineCode: nil,
        sentence: "Klarna n’a pas accepté ce paiement. Choisissez un autre moyen de paiement."
    )
}
