public import Accounting

/// What a freelancer is told by mail when money was booked on an invoice.
public struct ReceiptLetter: Sendable, Equatable {
    /// "Règlement encaissé — F-2026-0001, 500,00 €, Atelier Durand".
    public let subject: String
    /// What it is about: "Règlement encaissé".
    public let title = "Règlement encaissé"
    /// A few lines, with links to the invoice and to the register.
    public let passages: [Passage]

    /// The letter about a receipt.
    ///
    /// - Parameters:
    ///   - number: the invoice's number.
    ///   - amount: what was booked.
    ///   - client: the client's name, as it stands on the invoice.
    ///   - receivedOn: the day the money was received.
    ///   - invoiceAddress: where the freelancer reads the invoice.
    ///   - registerAddress: where the freelancer reads the « registre des recettes ».
    public init(
        number: String,
        amount: Cents,
        client: String,
        receivedOn: Day,
        invoiceAddress: String,
        registerAddress: String
    ) {
        subject = "\(title) — \(number), \(amount.french), \(client)"
        passages = [
            Passage(
                """
                Bonjour,

                \(client) a réglé \(amount.french) en ligne le \(receivedOn.frenchLong), pour la facture \(number).
                """,
                link: Passage.Link("Voir la facture", invoiceAddress)
            ),
            Passage(
                "Cette recette figure dans votre registre des recettes\u{A0}:",
                link: Passage.Link("Ouvrir le registre", registerAddress)
            ),
        ]
    }
}
