import Accounting
import French
import Invoicing
import Mail
import Store
import Web

/// The freelancer is told by mail what a client has answered to a quote.
///
/// Done twice, it sends the same Message-ID again.
struct MailAnswer {
    let quoteID: Int64

    func run(in office: Office, mail: MailClient) throws {
        let reader = office.store.reader
        guard let sent = try reader.sentQuote(quoteID), let answer = sent.answer else { throw NotFound() }
        // Who has closed their account is not written to any more.
        guard let owner = try reader.ownerEmail(ofQuote: quoteID) else { return }
        guard let address = MailAddress(owner) else {
            throw MailError.never(reason: "the freelancer's address is not one that mail can be sent to")
        }
        let letter = AnswerLetter(
            answer,
            number: sent.number.text,
            amount: sent.total,
            client: sent.document.buyer.name,
            address: "\(office.publicOrigin)/devis/\(quoteID)"
        )
        let page = LetterPage(title: letter.title, sender: "NeedMe", passages: letter.passages)
        try mail.send(
            Message(
                id: MessageID(of: "answer.\(quoteID).\(answer.day.iso)", in: mail.sender.address),
                date: office.outside.now().seconds,
                from: mail.sender,
                to: Mailbox(address: address),
                subject: letter.subject,
                text: page.plain,
                html: page.html.markup
            )
        )
    }
}
