import Web

extension HelpChapter {
    /// When it does not go as one would like.
    static let trouble = HelpChapter(title: "En cas de besoin", questions: [refused, closed, refund, stopping])

    private static let refused = HelpQuestion(
        id: "refus",
        title: "Mon client n’arrive pas à payer. Que faire\u{A0}?",
        answer: """
            <p>Demandez-lui s’il a bien ouvert le lien le plus récent, ou scanné le code QR du dernier PDF. Si sa carte est refusée (plafond, \
            validation par sa banque), il peut réessayer plus tard, changer de carte ou choisir un virement ou un chèque. Dans ce cas, \
            c’est vous qui enregistrez l’encaissement, sur la facture.</p>
            """
    )

    private static let closed = HelpQuestion(
        id: "echec",
        title: "Et si le paiement échoue, ou s’il ferme la page de Stripe\u{A0}?",
        answer: """
            <p>Rien n’est enregistré\u{A0}: la facture reste à payer, le registre ne bouge pas, aucune notification ne part. Il peut recommencer \
            quand il veut, ou régler autrement.</p>
            """
    )

    private static let refund = HelpQuestion(
        id: "remboursement",
        title: "Comment rembourser un paiement en ligne\u{A0}?",
        answer: """
            <p>Remboursez dans Stripe, que le bouton <strong>Ouvrir Stripe</strong> de l’onglet Paiement en ligne vous ouvre. NeedMe vous le \
            signale mais ne modifie pas la facture de lui-même\u{A0}:</p>
            <ul>
            <li>remboursement total\u{A0}: créez un <strong>avoir</strong>, qui annule la facture\u{A0};</li>
            <li>remboursement partiel\u{A0}: créez un <strong>avoir partiel</strong>.</li>
            </ul>
            <p>L’avoir vous est proposé déjà rempli dans <a href="/paiements/remboursements">Paiements, Remboursements</a>.</p>
            """
    )

    private static let stopping = HelpQuestion(
        id: "arreter",
        title: "Puis-je arrêter le paiement en ligne\u{A0}?",
        answer: """
            <p>Oui, quand vous voulez. Pour une facture, choisissez Non à l’envoi. Pour toutes, cliquez sur <strong>Déconnecter Stripe</strong> \
            dans l’onglet <a href="/entreprise/paiement-en-ligne">Paiement en ligne</a>\u{A0}: le bouton disparaît partout, et votre historique \
            reste.</p>
            """
    )
}
