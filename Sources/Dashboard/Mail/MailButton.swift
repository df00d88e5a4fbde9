import Store
import Web

extension Desk {
    /// The buttons that have NeedMe write to a client and show what; before the address is confirmed, how that is done.
    ///
    /// - Parameter path: where the form goes; the page comes back at the mail as it would go out.
    /// - Returns: what stands at the foot of the fields.
    func mailButton(_ path: String) -> HTML {
        guard !member.isConfirmed else {
            return """
                <p class="actions"><button class="button" name="mode" value="mail">Envoyer l’e-mail</button>
                <button class="quiet" name="mode" value="apercu" formaction="\(path)#apercu">Voir l’aperçu</button></p>
                """
        }
        return """
            <p class="notice">Pour envoyer depuis NeedMe, confirmez d’abord votre adresse e-mail\u{A0}: ouvrez le lien reçu, ou \
            <a href="/entreprise/securite">demandez-en un autre</a>. En attendant, envoyez vous-même le lien.</p>
            """
    }
}
