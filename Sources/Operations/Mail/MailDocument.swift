import Accounting
import French
import Mail
import Store
import Web

/// A document is sent by mail, as its freelancer wrote it; answers go to them.
///
/// Done twice, it sends the same Message-ID again.
struct MailDocument {
    let sendingID: Int64

    /// How long a server may put us off before the mail is given up, in seconds: three days.
    static let patience: Int64 = 3 * 86_400

    func run(in office: Office, mail: MailClient) throws {
        guard let sending = try office.store.reader.sending(sendingID) else { throw NotFound() }
        // Its client was erased meanwhile: there is nobody to write to any more.
        guard !sending.isErased else { return }
        do {
            try mail.send(try message(sending, in: office, mail.sender))
        } catch let error as MailError {
            let isOver = error.isFinal || office.outside.now() >= sending.createdAt.adding(seconds: Self.patience)
            guard isOver else { throw error }
            let last = error.isFinal ? error : .never(reason: "given up after three days: \(error)")
            try giveUp(sending, because: last, in: office)
            throw last
        }
        try office.store.write { try $0.noteDelivery(of: sending, at: office.outside.now()) }
    }

    /// The freelancer is told, and finds the reason beside the document.
    private func giveUp(_ sending: Sending, because error: MailError, in office: Office) throws {
        let code: Int? = if case .refused(let code) = error { code } else { nil }
        try office.store.write { writer in
            let now = office.outside.now()
            try writer.noteRefusal(of: sending, code: code, at: now)
            try writer.notify(
                sending.companyID,
                of: .mailFailed,
                invoiceID: sending.document.invoiceID,
                quoteID: sending.document.quoteID,
                at: now
            )
        }
    }

    private func message(_ sending: Sending, in office: Office, _ sender: Mailbox) throws -> Message {
        guard let recipient = MailAddress(sending.recipient) else {
            throw MailError.never(reason: "the client's address is not one that mail can be sent to")
        }
        let enclosure = try Enclosure(sending, office.store.reader)
        let owner = try office.store.reader.ownerEmail(of: sending.companyID).flatMap(MailAddress.init)
        let page = LetterPage(
            title: enclosure.title,
            sender: enclosure.seller,
            passages: [Passage(sending.message, link: sending.link.map { Passage.Link(enclosure.button, $0) })]
        )
        return Message(
            id: MessageID(of: "\(enclosure.word).\(sending.id).\(sending.createdAt.seconds)", in: sender.address),
            date: sending.createdAt.seconds,
            from: Mailbox(name: enclosure.seller + " par NeedMe", address: sender.address),
            replyTo: owner.map { Mailbox(name: enclosure.seller, address: $0) },
            to: Mailbox(address: recipient),
            subject: sending.subject,
            text: page.plain,
            html: page.html.markup,
            file: try sending.hasFile ? enclosure.file(in: office) : nil,
            isAutomatic: false
        )
    }
}
