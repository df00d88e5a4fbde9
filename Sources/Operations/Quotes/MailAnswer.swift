import Accounting
import French
import Invoicing
import Mail
import Store

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
        let letter = AnswerLetter(
            answer,
            number: sent.number.text,
            amount: sent.total,
            client: sent.document.buyer.name,
            address: "\(office.publicOrigin)/devis/\(quoteID)"
        )
        let page = LetterPage(title: letter.title, sender: "NeedMe", passages: letter.passages)
        let id = MessageID(of: "answer.\(quoteID).\(answer.day.iso)", in: mail.sender.address)
        try mail.tell(owner, id, letter.subject, page, in: office)
    }
}
