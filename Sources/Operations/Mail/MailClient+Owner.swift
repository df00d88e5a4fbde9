import Accounting
import Mail
import Web

extension MailClient {
    /// Sends a freelancer a letter of NeedMe's own, as text and as HTML.
    ///
    /// - Throws: `MailError`, for good when the address is none that mail can be sent to.
    func tell(_ owner: String, _ id: MessageID, _ subject: String, _ page: LetterPage, in office: Office) throws {
        guard let address = MailAddress(owner) else {
            throw MailError.never(reason: "the freelancer's address is not one that mail can be sent to")
        }
        try send(
            Message(
                id: id,
                date: office.outside.now().seconds,
                from: sender,
                to: Mailbox(address: address),
                subject: subject,
                text: page.plain,
                html: page.html.markup
            )
        )
    }
}
