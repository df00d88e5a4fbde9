import French
import Operations
import Store
import Web

/// « Par e-mail depuis NeedMe »: to whom, the words, what goes with them, and the mail as it would go out.
struct LetterForm {
    let desk: Desk
    /// Where the form goes.
    let path: String
    let input: LetterInput
    let messages: [String: String]
    /// "la facture", "le devis".
    let document: String
    /// "F-2026-0001.pdf".
    let file: String
    /// The variables that may be written.
    let names: [String]
    /// The name that the client knows.
    let seller: String
    /// The client's row, when its address has refused our last mail.
    let refusedBy: Int64?
    /// The mail as it would go out.
    let preview: CoveringLetter?

    var html: HTML {
        """
        <fieldset><legend>Par e-mail depuis NeedMe</legend>
        \(refusedBy.map { """
            <p class="warning">L’adresse de ce client a refusé notre dernier e-mail. Vérifiez-la, ou \
            <a href="/clients/\($0)/modifier">corrigez-la sur sa fiche</a>.</p>
            """ as HTML })
        \(FormField("recipient", "Destinataires", value: input.recipients, message: messages["recipient"],
            hint: "Plusieurs adresses\u{A0}: séparez-les par des virgules. Chacune reçoit son propre e-mail.", limit: 2_000,
            isRequired: true).html)
        \(FormField("subject", "Objet", value: input.subject, message: messages["subject"], limit: 150, isRequired: true).html)
        \(FormArea("message", "Message", value: input.message, message: messages["message"], limit: 3_000).html)
        <p class="hint">Le lien vers \(document) est ajouté à la fin. Les réponses de votre client vous parviennent \
        directement.</p>
        <details class="undo"><summary>Variables</summary><p class="hint">Écrites dans l’objet ou le message, elles sont remplacées \
        à l’envoi\u{A0}: \(LetterTemplate.list(names)).</p></details>
        \(box("pdf", "Joindre le PDF", input.hasFile))
        \(box("copie", "M’envoyer une copie à \(desk.member.email)", input.wantsCopy))
        \(preview.map(shown))
        \(desk.mailButton(path))
        </fieldset>
        """
    }

    private func box(_ name: String, _ label: String, _ isOn: Bool) -> HTML {
        """
        <p><label class="box"><input type="checkbox" name="\(name)" value="oui"\(if: isOn, " checked")> \
        <span>\(label)</span></label></p>
        """
    }

    /// The words as the client reads them, the button being no button here.
    private func shown(_ letter: CoveringLetter) -> HTML {
        """
        <section class="notice" aria-label="Aperçu de l’e-mail" id="apercu"><h2>Aperçu de l’e-mail</h2>
        <dl class="facts"><dt>De</dt><dd>\(seller) par NeedMe</dd>
        <dt>À</dt><dd>\(letter.recipients.joined(separator: ", "))</dd>
        <dt>Objet</dt><dd>\(letter.subject)</dd>
        \(if: letter.hasFile, "<dt>Pièce jointe</dt><dd>\(file)</dd>")</dl>
        \(letter.paragraphs.map { lines in
            "<p>\(lines.dropFirst().reduce("\(lines.first ?? "")" as HTML) { "\($0)<br>\($1)" })</p>" as HTML
        })
        <p>Suivi du bouton et du lien vers \(document).</p>
        </section>
        """
    }
}
