import Accounting
import Mail
import Store

/// A quote is sent by mail, as its freelancer wrote it; answers go to them.
///
/// Done twice, it sends the same Message-ID again.
struct MailQuote {
    let sendingID: Int64

    func run(in office: Office, mail: MailClient) throws {
        let reader = office.store.reader
        guard let sending = try reader.quoteSending(sendingID) else { throw NotFound() }
        do {
            try mail.send(try message(sending, reader, mail.sender))
        } catch let error as MailError where error.isFinal {
            try office.store.write { writer in
                let now = office.outside.now()
                try writer.notify(sending.companyID, of: .mailFailed, quoteID: sending.quoteID, at: now)
            }
            throw error
        }
    }

    private func message(_ sending: QuoteSending, _ reader: StoreReader, _ sender: Mailbox) throws -> Message {
        guard let recipient = MailAddress(sending.recipient) else {
            throw MailError.never(reason: "the client's address is not one that mail can be sent to")
        }
        let owner = try reader.ownerEmail(of: sending.companyID).flatMap(MailAddress.init)
        return Message(
            id: MessageID(of: "quote.\(sending.id).\(sending.createdAt.seconds)", in: sender.address),
            date: sending.createdAt.seconds,
            from: Mailbox(name: sending.sellerName, address: sender.address),
            replyTo: owner.map { Mailbox(address: $0) },
            to: Mailbox(address: recipient),
            subject: sending.subject,
            text: sending.message + "\n"
        )
    }
}
