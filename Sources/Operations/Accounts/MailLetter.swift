import Accounting
import French
import Mail
import Store
import Web

/// A letter about an account is sent by mail.
///
/// The key that its link carries is made here, so that no copy of the database ever holds one. Sent again after a doubt, the
/// letter has the same Message-ID and another key; both open, once.
struct MailLetter {
    let letterID: Int64

    /// How long a link works, in seconds: an hour for a password, a week for an address.
    static func patience(for kind: Letter.Kind) -> Int64 { kind == .reset ? 3_600 : 7 * 86_400 }

    func run(in office: Office, mail: MailClient) throws {
        // Followed or replaced meanwhile, it has nothing to say; to an address without account, nothing is written.
        guard let letter = try office.store.reader.letter(letterID), try hasReader(letter, office.store.reader) else {
            return
        }
        guard let address = MailAddress(letter.email) else {
            throw MailError.never(reason: "the address is not one that mail can be sent to")
        }
        let words = AccountLetter(try matter(of: letter, in: office), origin: office.publicOrigin)
        let page = LetterPage(title: words.subject, sender: "NeedMe", passages: words.passages)
        try mail.send(
            Message(
                id: MessageID(of: "letter.\(letter.id).\(letter.createdAt.seconds)", in: mail.sender.address),
                date: letter.createdAt.seconds,
                from: mail.sender,
                to: Mailbox(address: address),
                subject: words.subject,
                text: page.plain,
                html: page.html.markup
            )
        )
        // Nothing is left to do with the address of an account that is closed.
        if letter.kind == .accountClosed { try office.store.write { _ = try $0.removeLetter(letter) } }
    }

    private func hasReader(_ letter: Letter, _ reader: StoreReader) throws -> Bool {
        try letter.kind != .reset || reader.userID(email: letter.email) != nil
    }

    private func matter(of letter: Letter, in office: Office) throws -> AccountLetter.Matter {
        switch letter.kind {
        case .confirm: .confirm(try link("/confirmer/", letter, office))
        case .change: .change(try link("/confirmer/", letter, office))
        case .reset: .reset(try link("/mot-de-passe/", letter, office))
        case .passwordChanged: .passwordChanged(on: ParisTime(letter.createdAt))
        case .addressChanged: .addressChanged(on: ParisTime(letter.createdAt))
        case .factorOn: .factorOn(on: ParisTime(letter.createdAt))
        case .factorOff: .factorOff(on: ParisTime(letter.createdAt))
        case .accountClosed:
            .closed(
                on: ParisTime(letter.createdAt),
                keptUntil: try letter.userID.flatMap { try office.store.reader.lastDayKept(ofUser: $0) }
            )
        }
    }

    private func link(_ path: String, _ letter: Letter, _ office: Office) throws -> String {
        let key = Token.random(from: office.outside)
        let end = office.outside.now().adding(seconds: Self.patience(for: letter.kind))
        try office.store.write { try $0.addKey(key.fingerprint, to: letter, until: end) }
        return office.publicOrigin + path + key.text
    }
}
