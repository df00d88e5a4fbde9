import Web

/// A picture of one of our own screens, as `Tests/Browser/pictures.py` takes them; dark for whoever prefers it.
struct HelpPicture {
    let name: String
    let width: Int
    let height: Int
    /// What somebody who does not see it reads.
    let words: String
    /// Paper has no dark side.
    var isPaper = false

    static let activation = HelpPicture(
        name: "activer",
        width: 841,
        height: 410,
        words: "L’onglet Paiement en ligne, avec le bouton «\u{A0}Activer le paiement en ligne\u{A0}»."
    )
    static let active = HelpPicture(
        name: "actif",
        width: 841,
        height: 507,
        words:
            "Le même onglet une fois Stripe relié\u{A0}: «\u{A0}Actif\u{A0}», le prochain versement, le bouton «\u{A0}Ouvrir Stripe\u{A0}»."
    )
    static let choice = HelpPicture(
        name: "finaliser",
        width: 711,
        height: 438,
        words: "Le choix Oui ou Non du paiement en ligne au moment de finaliser, avec la commission et le net."
    )
    static let sharedPage = HelpPicture(
        name: "page-du-client",
        width: 1040,
        height: 620,
        words:
            "La page de la facture\u{A0}: le document à gauche\u{A0}; à droite le montant, «\u{A0}Payer en ligne\u{A0}» et l’IBAN."
    )
    static let phone = HelpPicture(
        name: "telephone",
        width: 390,
        height: 560,
        words:
            "La même page sur un téléphone\u{A0}: le montant et le bouton «\u{A0}Payer en ligne\u{A0}» d’abord, la facture ensuite."
    )
    static let codes = HelpPicture(
        name: "code-qr",
        width: 720,
        height: 201,
        words:
            "Le bas du PDF\u{A0}: un code QR «\u{A0}Payer par carte\u{A0}» et un autre «\u{A0}Payer par virement\u{A0}».",
        isPaper: true
    )
    static let paid = HelpPicture(
        name: "acquittee",
        width: 1040,
        height: 520,
        words: "La page de la facture après le paiement, avec le tampon «\u{A0}Facture acquittée\u{A0}» et sa date."
    )
    static let booked = HelpPicture(
        name: "payee",
        width: 1040,
        height: 520,
        words: "La facture chez vous\u{A0}: statut Payée, mode de règlement STRIPE, encaissement et frais réels."
    )
    static let notification = HelpPicture(
        name: "notification",
        width: 673,
        height: 102,
        words: "La notification «\u{A0}Règlement encaissé\u{A0}», avec le numéro, le montant et le client."
    )

    /// The picture alone.
    var html: HTML {
        let light = "/static/aide/\(name).webp"
        let dark: HTML =
            "<source srcset=\"/static/aide/\(name)-sombre.webp\" media=\"screen and (prefers-color-scheme: dark)\">"
        return """
            <picture>\(if: !isPaper, dark)\
            <img src="\(light)" alt="\(words)" width="\(width)" height="\(height)" loading="lazy"></picture>
            """
    }
}
