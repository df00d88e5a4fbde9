import Accounting
import French
import Mail
import Store
import Web

/// The freelancer is told by mail that money was booked.
///
/// The worker's errand is left in the transaction of the booking, so that there is one for each payment. Done twice, it
/// sends the same Message-ID again.
struct MailReceipt {
    let paymentID: Int64

    func run(in office: Office, mail: MailClient) throws {
        guard let receipt = try office.store.reader.receipt(ofPayment: paymentID) else { throw NotFound() }
        guard let address = MailAddress(receipt.ownerEmail) else {
            throw MailError.never(reason: "the freelancer's address is not one that mail can be sent to")
        }
        let letter = ReceiptLetter(
            number: receipt.number,
            amount: receipt.amount,
            client: receipt.client,
            receivedOn: receipt.receivedOn,
            invoiceAddress: "\(office.publicOrigin)/factures/\(receipt.invoiceID)",
            registerAddress: "\(office.publicOrigin)/registre"
        )
        let page = LetterPage(title: letter.title, sender: "NeedMe", passages: letter.passages)
        try mail.send(
            Message(
                // The day keeps two databases of one sender, begun one after the other, from counting alike.
                id: MessageID(of: "receipt.\(paymentID).\(receipt.receivedOn.iso)", in: mail.sender.address),
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
