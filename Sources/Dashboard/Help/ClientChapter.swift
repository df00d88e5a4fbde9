import Web

extension HelpChapter {
    /// From the link to the stamp, as the client sees it.
    static let client = HelpChapter(title: "Ce que voit votre client", questions: [mail, byHand, checkout, stamp])

    private static let mail = HelpQuestion(
        id: "e-mail",
        title: "Que reçoit-il quand NeedMe envoie la facture\u{A0}?",
        answer: """
            <p>Un e-mail avec un lien. Le lien ouvre la facture, sans compte à créer. Dans la colonne à côté, il peut\u{A0}:</p>
            <ul>
            <li>cliquer sur <strong>Payer en ligne</strong>, si vous l’avez laissé sur Oui\u{A0};</li>
            <li>copier votre IBAN pour un virement\u{A0};</li>
            <li>télécharger la facture en PDF.</li>
            </ul>
            \(HelpPicture.sharedPage.html)
            """
    )

    private static let byHand = HelpQuestion(
        id: "envoi-manuel",
        title: "Et si je l’envoie moi-même\u{A0}?",
        answer: """
            <p>Deux façons, qui se combinent\u{A0}:</p>
            <ul>
            <li><strong>Le lien</strong>\u{A0}: copiez-le et envoyez-le par SMS, WhatsApp, e-mail… Votre client arrive sur la même page.</li>
            <li><strong>Le PDF</strong>\u{A0}: en bas, un code QR «\u{A0}Payer par carte\u{A0}». Scanné avec un téléphone, il mène au paiement de \
            cette facture, même imprimée.</li>
            </ul>
            \(HelpPicture.codes.html)
            """
    )

    private static let checkout = HelpQuestion(
        id: "payer",
        title: "Comment paie-t-il\u{A0}?",
        answer: """
            <p>Le bouton et le code QR mènent à la page de paiement de Stripe. Le montant et le numéro de la facture y sont déjà. Il paie par \
            carte bancaire\u{A0}; un particulier peut aussi se voir proposer Klarna, selon son pays et le montant. Stripe confirme, puis le \
            ramène à sa facture.</p>
            """
    )

    private static let stamp = HelpQuestion(
        id: "tampon",
        title: "Que voit-il une fois qu’il a payé\u{A0}?",
        answer: """
            <p>Sa facture, avec le tampon <strong>Facture acquittée</strong> et la date. Le PDF qu’il télécharge ensuite porte le même tampon.</p>
            \(HelpPicture.paid.html)
            """
    )
}
