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
}
