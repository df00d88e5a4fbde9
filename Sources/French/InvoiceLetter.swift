public import Accounting
public import Invoicing

/// What a freelancer writes to a client with an invoice, until they write it otherwise.
public struct InvoiceLetter: Sendable, Equatable {
    /// "Facture F-2026-0001 — Studio Jeanne".
    public let subject: String
    /// A few lines; the link follows them.
    public let text: String

    /// The letter that comes with an invoice.
    ///
    /// - Parameters:
    ///   - kind: what it is.
    ///   - number: the invoice's number.
    ///   - amount: what is to be paid.
    ///   - dueOn: the last day to pay.
    ///   - seller: the name that the client knows.
    public init(_ kind: InvoiceKind = .invoice, number: String, amount: Cents, dueOn: Day, seller: String) {
        subject = "\(kind.french) \(number) — \(seller)"
        text = """
            Bonjour,

            Voici la \(kind.french.lowercased()) \(number) d’un montant de \(amount.french), à régler avant le \(dueOn.frenchLong).

            Vous pouvez la consulter et choisir comment la régler à l’adresse ci-dessous.

            Bien cordialement,
            \(seller)
            """
    }
}
