import Accounting
import French
import Mail
import Store
import Web

/// The freelancer is told by one mail what is new and unread.
///
/// Done twice, it sends the same Message-ID again.
struct MailDigest {
    let digestID: Int64

    func run(in office: Office, mail: MailClient) throws {
        guard let digest = try office.store.reader.digest(digestID) else { throw NotFound() }
        // Read meanwhile, there is nothing to tell.
        guard !digest.news.isEmpty else { return }
        guard let owner = try office.store.reader.ownerEmail(of: digest.companyID).flatMap(MailAddress.init) else {
            throw MailError.never(reason: "the freelancer's address is not one that mail can be sent to")
        }
        let page = LetterPage(
            title: "Vos notifications",
            sender: "NeedMe",
            passages: [
                Passage(
                    "Bonjour,\n\nVoici ce qui est nouveau\u{A0}:\n\n"
                        + digest.news.map(\.line).joined(separator: "\n"),
                    link: Passage.Link("Voir mes notifications", office.publicOrigin + "/notifications")
                )
            ]
        )
        try mail.send(
            Message(
                id: MessageID(of: "digest.\(digest.id).\(digest.day.iso)", in: mail.sender.address),
                date: office.outside.now().seconds,
                from: mail.sender,
                to: Mailbox(address: owner),
                subject: "Vos notifications du \(digest.day.frenchLong)",
                text: page.plain,
                html: page.html.markup
            )
        )
    }
}

extension Notification {
    /// "Règlement encaissé — F-2026-0001, 500,00 €, Atelier Durand".
    fileprivate var line: String {
        let facts = ([number].compactMap(\.self) + facts).joined(separator: ", ")
        return headline + (facts.isEmpty ? "" : " — " + facts)
    }
}
