public import Accounting
import Store

/// A letter about a document is left to the worker, one mail to each address: nobody waits for them.
public struct PostLetter {
    /// How many mails a company may ask for within twenty-four hours: enough for everybody's month, too few for a storm.
    public static let dailyLimit = 200

    let letter: CoveringLetter
    let companyID: Int64
    let document: MailedDocument
    /// The address of the client's page.
    let link: String
    /// Of the form: sent twice, it is one mail to each.
    let key: Fingerprint

    /// Leaves the mails of somebody who is there to be told that they are too many.
    ///
    /// - Throws: ``TooManyMails``.
    func run(_ writer: StoreWriter, at now: Instant) throws {
        if let end = try Self.wait(for: count, of: companyID, writer.reader, at: now) { throw TooManyMails(until: end) }
        try leave(writer, at: now, dueAt: now)
    }

    /// Leaves the mails of nobody who could be told: they wait for their turn.
    func runWaiting(_ writer: StoreWriter, at now: Instant) throws {
        try leave(writer, at: now, dueAt: try Self.wait(for: count, of: companyID, writer.reader, at: now) ?? now)
    }

    private func leave(_ writer: StoreWriter, at now: Instant, dueAt: Instant) throws {
        var mails = letter.recipients.map { (recipient: $0, isCopy: false) }
        if letter.wantsCopy, let owner = try writer.reader.ownerEmail(of: companyID) { mails.append((owner, true)) }
        for mail in mails {
            let sending = NewSending(
                companyID: companyID,
                document: document,
                recipient: mail.recipient,
                subject: letter.subject,
                message: letter.message,
                link: link,
                hasFile: letter.hasFile,
                isCopy: mail.isCopy,
                key: key
            )
            guard let id = try writer.addSending(sending, at: now) else { continue }
            try writer.leave(.mailDocument, about: id, at: now, dueAt: dueAt)
        }
    }

    private var count: Int { letter.recipients.count + (letter.wantsCopy ? 1 : 0) }

    /// The moment from which so many mails of a company are within the limit; nil when it has come.
    static func wait(for count: Int, of companyID: Int64, _ reader: StoreReader, at now: Instant) throws -> Instant? {
        let place = max(1, Self.dailyLimit - count + 1)
        guard let first = try reader.sendingMoment(of: companyID, place: place) else { return nil }
        let end = first.adding(seconds: 86_400)
        return now < end ? end : nil
    }
}

/// A company has asked for as many mails as it may within twenty-four hours.
public struct TooManyMails: Error, Equatable {
    /// When it may ask for this again.
    public let until: Instant
}
