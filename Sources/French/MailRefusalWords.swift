/// Why a mail was not delivered, for who wrote it.
public enum MailRefusalWords {
    /// "l’adresse n’existe pas ou n’accepte pas ce message (code 550)", by the server's reply (RFC 5321 §4.2.3); nil when it
    /// never gave one.
    public static func reason(_ code: Int?) -> String {
        switch code {
        case nil: "le serveur du destinataire n’a pas répondu"
        case 550?, 551?, 553?, 556?: "l’adresse n’existe pas ou n’accepte pas ce message (code \(code ?? 0))"
        case 552?: "la boîte du destinataire est pleine, ou le message trop lourd (code 552)"
        case let code?: "le serveur du destinataire refuse le message (code \(code))"
        }
    }
}
