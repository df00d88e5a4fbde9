/// What a freelancer writes to a client with an invoice, until they write it otherwise; with the variables of
/// ``LetterTemplate``.
public enum InvoiceLetter {
    /// The subject.
    public static let subject = "Votre {document} {numero} — {entreprise}"
    /// A few lines; the link follows them.
    public static let text = """
        Bonjour,

        Voici la {document} {numero} d’un montant de {montant}, à régler avant le {echeance}.

        Vous pouvez la consulter et choisir comment la régler à l’adresse ci-dessous.

        Bien cordialement,
        {entreprise}
        """

    /// The subject, when it is paid.
    public static let paidSubject = "Votre {document} {numero} acquittée — {entreprise}"
    /// The same few lines, when it is paid.
    public static let paidText = """
        Bonjour,

        Voici la {document} {numero} d’un montant de {montant}, acquittée\u{A0}: vous n’avez plus rien à régler.

        Vous pouvez la consulter et la télécharger à l’adresse ci-dessous.

        Bien cordialement,
        {entreprise}
        """

    /// The subject, when it is cancelled.
    public static let cancelledSubject = "Votre {document} {numero} annulée — {entreprise}"
    /// The same few lines, when it is cancelled by a credit note.
    public static func cancelledText(by creditNote: String) -> String {
        """
        Bonjour,

        La {document} {numero} est annulée par l’avoir \(creditNote)\u{A0}: vous n’avez rien à régler.

        Vous pouvez la consulter à l’adresse ci-dessous.

        Bien cordialement,
        {entreprise}
        """
    }
}
