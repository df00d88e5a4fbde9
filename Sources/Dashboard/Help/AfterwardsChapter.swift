import Web

extension HelpChapter {
    /// What follows a payment.
    static let afterwards = HelpChapter(title: "Après le paiement", questions: [books, payout])

    private static let books = HelpQuestion(
        id: "apres",
        title: "Que se passe-t-il dans NeedMe\u{A0}?",
        answer: """
            <p>Dès que Stripe confirme\u{A0}:</p>
            <ul>
            <li>la facture passe à <strong>Payée</strong>\u{A0};</li>
            <li>l’encaissement s’inscrit dans votre <a href="/registre">registre des recettes</a>, pour le montant que votre client a payé\u{A0};</li>
            <li>le mode de règlement indique <strong>STRIPE</strong>\u{A0};</li>
            <li>une notification, <strong>Règlement encaissé</strong>, apparaît sous la cloche.</li>
            </ul>
            \(HelpPicture.booked.html)
            \(HelpPicture.notification.html)
            <p>C’est presque toujours immédiat\u{A0}; il arrive que cela prenne quelques minutes.</p>
            """
    )

    private static let payout = HelpQuestion(
        id: "versement",
        title: "Quand l’argent arrive-t-il sur mon compte\u{A0}?",
        answer: """
            <p>Stripe verse vos encaissements, commission déduite, sur l’IBAN que vous lui avez donné. Le prochain versement est annoncé dans \
            l’onglet Paiement en ligne\u{A0}; chacun est détaillé, facture par facture, dans <a href="/paiements/versements">Paiements, \
            Versements</a>.</p>
            """
    )
}
