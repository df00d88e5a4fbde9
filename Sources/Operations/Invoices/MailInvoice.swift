import Accounting
import Invoicing
import Mail
import Store

/// An invoice is sent by mail, as its freelancer wrote it; answers go to them.
///
/// Done twice, it sends the same Message-ID again.
struct MailInvoice {
    let sendingID: Int64

    func run(in office: Office, mail: MailClient) throws {
        let reader = office.store.reader
        guard let sending = try reader.sending(sendingID) else { throw NotFound() }
        do {
            try mail.send(try message(sending, reader, mail.sender))
        } catch MailError.never(let reason) {
            try office.store.write { writer in
                let now = office.outside.now()
                try writer.notify(sending.companyID, of: .mailFailed, invoiceID: sending.invoiceID, at: now)
            }
            throw MailError.never(reason: reason)
        }
    }

    private func message(_ sending: Sending, _ reader: StoreReader, _ sender: Mailbox) throws -> Message {
        guard let recipient = MailAddress(sending.recipient) else {
            throw MailError.never(reason: "the client's address is not one that mail can be sent to")
        }
        let seller = try reader.issuedInvoice(sending.invoiceID)?.seller
        let owner = try reader.ownerEmail(of: sending.companyID).flatMap(MailAddress.init)
        return Message(
            id: MessageID(of: "invoice.\(sending.id).\(sending.createdAt.seconds)", in: sender.address),
            date: sending.createdAt.seconds,
            from: Mailbox(name: seller.map { $0.tradeName ?? $0.name }, address: sender.address),
            replyTo: owner.map { Mailbox(address: $0) },
            to: Mailbox(address: recipient),
            subject: sending.subject,
            text: sending.message + "\n"
        )
    }
}
