import Accounting
import French
import Store
import Web

/// What became of the last mail to the client; one that was refused can be sent again.
struct LastSending {
    let sending: Sending
    /// Where it is sent again.
    let path: String

    var html: HTML {
        guard sending.refusedAt != nil else {
            return
                "<p class=\"hint\">Envoi par e-mail à \(sending.recipient) le \(ParisTime(sending.createdAt).french).</p>"
        }
        return """
            <p class="warning">L’e-mail à \(sending.recipient) n’a pas été remis\u{A0}: \(MailRefusalWords.reason(sending.refusal)). \
            <a href="\(path)">Vérifier l’adresse et renvoyer</a></p>
            """
    }
}
