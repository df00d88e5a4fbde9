import Accounting
import French
import Mail
import Store

/// The freelancer is told by mail that money was booked.
///
/// The worker's errand is left in the transaction of the booking, so that there is one for each payment. Done twice, it
/// sends the same Message-ID again.
struct MailReceipt {
    let paymentID: Int64

    func run(in office: Office, mail: MailClient) throws {
        guard let receipt = try office.store.reader.receipt(ofPayment: paymentID) else { throw NotFound() }
        let letter = ReceiptLetter(
            number: receipt.number,
            amount: receipt.amount,
            client: receipt.client,
            receivedOn: receipt.receivedOn,
            invoiceAddress: "\(office.publicOrigin)/factures/\(receipt.invoiceID)",
            registerAddress: "\(office.publicOrigin)/registre"
        )
        let page = LetterPage(title: letter.title, sender: "NeedMe", passages: letter.passages)
        // The day keeps two databases of one sender, begun one after the other, from counting alike.
        let id = MessageID(of: "receipt.\(paymentID).\(receipt.receivedOn.iso)", in: mail.sender.address)
        try mail.tell(receipt.ownerEmail, id, letter.subject, page, in: office)
    }
}
