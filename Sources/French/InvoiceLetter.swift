public import Accounting

/// What a freelancer writes to a client with an invoice, until they write it otherwise.
public struct InvoiceLetter: Sendable, Equatable {
    /// "Facture F-2026-0001 — Studio Jeanne".
    public let subject: String
    /// A few lines; the link follows them.
    public let text: String

    /// The letter that comes with an invoice.
    ///
    /// - Parameters:
    ///   - number: the invoice's number.
    ///   - amount: what is to be paid.
    ///   - dueOn: the last day to pay.
    ///   - seller: the name that the client knows.
    public init(number: String, amount: Cents, dueOn: Day, seller: String) {
        subject = "Facture \(number) — \(seller)"
        text = """
            Bonjour,

            Voici la facture \(number) d’un montant de \(amount.french), à régler avant le \(dueOn.frenchLong).

            Vous pouvez la consulter et choisir comment la régler à l’adresse ci-dessous.

            Bien cordialement,
            \(seller)
            """
    }
}
