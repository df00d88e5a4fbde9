/// What a freelancer writes to a client with a quote, until they write it otherwise; with the variables of
/// ``LetterTemplate``.
public enum QuoteLetter {
    /// The subject.
    public static let subject = "Devis {numero} — {entreprise}"
    /// A few lines; the link follows them.
    public static let text = """
        Bonjour,

        Voici le devis {numero} d’un montant de {montant}, valable jusqu’au {validite}.

        Vous pouvez le consulter et y répondre à l’adresse ci-dessous.

        Bien cordialement,
        {entreprise}
        """
}
