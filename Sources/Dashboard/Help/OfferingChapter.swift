import Web

extension HelpChapter {
    /// On which invoices, and beside what.
    static let offering = HelpChapter(title: "Proposer", questions: [choice, mandatory, transfer, advice])

    private static let choice = HelpQuestion(
        id: "facture",
        title: "Comment le proposer sur une facture, ou pas\u{A0}?",
        answer: """
            <p>Une fois Stripe relié, toutes vos factures le proposent. Au moment de finaliser, puis d’envoyer, une question vous est posée, \
            que l’envoi se fasse par NeedMe ou par vous\u{A0}: <strong>Activer le paiement en ligne pour cette facture</strong>.</p>
            <ul>
            <li><strong>Oui</strong>, le choix de départ\u{A0}: votre client peut payer en ligne. La commission et ce que vous recevrez sont \
            écrits dessous.</li>
            <li><strong>Non</strong>\u{A0}: il règle par virement, chèque ou espèces.</li>
            </ul>
            \(HelpPicture.choice.html)
            <p>Vous pouvez changer d’avis tant que la facture n’est pas payée, dans la colonne à côté d’elle.</p>
            """
    )

    private static let mandatory = HelpQuestion(
        id: "obligatoire",
        title: "Est-ce obligatoire pour toutes mes factures\u{A0}?",
        answer: "<p>Non. C’est vous qui choisissez, facture par facture.</p>"
    )

    private static let transfer = HelpQuestion(
        id: "virement",
        title: "Mon client peut-il encore payer par virement\u{A0}?",
        answer: """
            <p>Oui. Votre IBAN reste sur la facture et sur sa page, à côté du bouton. Quand vous recevez le virement, ouvrez la facture et \
            cliquez sur <strong>Enregistrer un paiement</strong>.</p>
            """
    )

    private static let advice = HelpQuestion(
        id: "conseil",
        title: "Comment être payé plus vite\u{A0}?",
        answer: """
            <p>Laissez le paiement en ligne sur Oui, et vos coordonnées bancaires sur la facture. Celui qui est pressé paie par carte tout de \
            suite\u{A0}; celui qui préfère le virement a ce qu’il lui faut. Le choix rassure.</p>
            """
    )
}
