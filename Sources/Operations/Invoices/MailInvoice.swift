import Accounting
import Invoicing
import Mail
import Store
import Web

/// An invoice is sent by mail, as its freelancer wrote it; answers go to them.
///
/// Done twice, it sends the same Message-ID again.
struct MailInvoice {
    let sendingID: Int64

    /// How long a server may put us off before the mail is given up, in seconds: three days.
    static let patience: Int64 = 3 * 86_400

    func run(in office: Office, mail: MailClient) throws {
        let reader = office.store.reader
        guard let sending = try reader.sending(sendingID) else { throw NotFound() }
        do {
            try mail.send(try message(sending, in: office, mail.sender))
        } catch let error as MailError {
            let isOver = error.isFinal || office.outside.now() >= sending.createdAt.adding(seconds: Self.patience)
            guard isOver else { throw error }
            let last = error.isFinal ? error : .never(reason: "given up after three days: \(error)")
            try giveUp(sending, because: last, in: office)
            throw last
        }
        try office.store.write { writer in
            guard let invoice = try writer.reader.invoice(sending.invoiceID, of: sending.companyID) else { return }
            try writer.noteDelivery(of: sending, to: invoice.clientID, at: office.outside.now())
        }
    }

    /// The freelancer is told, and finds the reason on the invoice.
    private func giveUp(_ sending: Sending, because error: MailError, in office: Office) throws {
        let code: Int? = if case .refused(let code) = error { code } else { nil }
        try office.store.write { writer in
            let now = office.outside.now()
            guard let invoice = try writer.reader.invoice(sending.invoiceID, of: sending.companyID) else { return }
            try writer.noteRefusal(of: sending, to: invoice.clientID, code: code, at: now)
            try writer.notify(sending.companyID, of: .mailFailed, invoiceID: sending.invoiceID, at: now)
        }
    }

    private func message(_ sending: Sending, in office: Office, _ sender: Mailbox) throws -> Message {
        let reader = office.store.reader
        guard let recipient = MailAddress(sending.recipient) else {
            throw MailError.never(reason: "the client's address is not one that mail can be sent to")
        }
        guard let issued = try reader.issuedInvoice(sending.invoiceID) else { throw NotFound() }
        let seller = issued.seller.tradeName ?? issued.seller.name
        let owner = try reader.ownerEmail(of: sending.companyID).flatMap(MailAddress.init)
        let title = "\(issued.kind == .deposit ? "Facture d’acompte" : "Facture") \(issued.number.text)"
        let page = LetterPage(
            title: title,
            sender: seller,
            text: sending.message,
            button: sending.link.map { (words: "Voir la facture", address: $0) }
        )
        return Message(
            id: MessageID(of: "invoice.\(sending.id).\(sending.createdAt.seconds)", in: sender.address),
            date: sending.createdAt.seconds,
            from: Mailbox(name: seller + " par NeedMe", address: sender.address),
            replyTo: owner.map { Mailbox(name: seller, address: $0) },
            to: Mailbox(address: recipient),
            subject: sending.subject,
            text: page.plain,
            html: page.html.markup,
            file: try sending.hasFile ? file(sending, in: office) : nil,
            isAutomatic: false
        )
    }

    /// The file as the client's page gives it at this moment.
    private func file(_ sending: Sending, in office: Office) throws -> Message.File? {
        let reader = office.store.reader
        guard let link = sending.link.flatMap({ Token(String($0.suffix(43))) }),
            let shared = try reader.sharedInvoice(tokenHash: link.fingerprint)
        else { return nil }
        let pdf = try RenderInvoice(
            invoice: shared.invoice,
            issued: shared.issued,
            link: link.text,
            canBePaidOnline: shared.canBePaidOnline,
            cancelledBy: shared.cancelledBy
        ).run(reader, office.press, publicOrigin: office.publicOrigin)
        return Message.File(name: shared.issued.number.text + ".pdf", type: "application/pdf", bytes: pdf)
    }
}
