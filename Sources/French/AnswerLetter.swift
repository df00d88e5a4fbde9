public import Accounting
public import Invoicing

/// What a freelancer is told by mail when a client has answered a quote.
public struct AnswerLetter: Sendable, Equatable {
    /// What it is about: "Devis accepté".
    public let title: String
    /// "Devis accepté — D-2026-0001, 500,00 €, Atelier Durand".
    public let subject: String
    /// A few lines, with a link to the quote.
    public let passages: [Passage]

    /// The letter about an answer.
    ///
    /// - Parameters:
    ///   - answer: what the client decided.
    ///   - number: the quote's number.
    ///   - amount: what it comes to.
    ///   - client: the client's name, as it stands on the quote.
    ///   - address: where the freelancer reads the quote.
    public init(_ answer: SentQuote.Answer, number: String, amount: Cents, client: String, address: String) {
        title = answer.isAccepted ? "Devis accepté" : "Devis refusé"
        subject = "\(title) — \(number), \(amount.french), \(client)"
        let person = answer.name == client ? client : "\(answer.name) (\(client))"
        let gesture = answer.isAccepted ? "accepté" : "refusé"
        let rest =
            answer.isAccepted
            ? "Vous pouvez le facturer, ou demander un acompte, depuis sa page\u{A0}:"
            : (answer.reason.isEmpty ? "" : "Son motif\u{A0}: \(answer.reason)\n\n")
                + "Vous pouvez en préparer un autre depuis sa page\u{A0}:"
        passages = [
            Passage(
                """
                Bonjour,

                \(person) a \(gesture) le devis \(number) de \(amount.french), le \(answer.day.frenchLong).

                \(rest)
                """,
                link: Passage.Link("Voir le devis", address)
            )
        ]
    }
}
