import Web

/// To whom a reminder goes, or why it cannot.
func reminderRecipients(_ recipients: [String], client: Int64) -> HTML {
    recipients.isEmpty
        ? """
        <p class="hint">Ce client n’a pas d’adresse e-mail\u{A0}: <a href="/clients/\(client)">complétez sa fiche</a>.</p>
        """
        : "<p class=\"hint\">À \(recipients.joined(separator: ", "))</p>"
}
