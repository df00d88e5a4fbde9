import Mail

extension MailAddress {
    /// An address of ours, whose shape is right.
    static func ours(_ text: String) -> MailAddress {
        guard let address = MailAddress(text) else { preconditionFailure("\(text) is an address.") }
        return address
    }
}

extension Message {
    /// A message with these texts.
    static func sample(
        subject: String = "Essai",
        text: String = "Bonjour",
        from: String? = "NeedMe",
        to: String? = nil,
        replyTo: Mailbox? = nil,
        html: String? = nil,
        file: File? = nil,
        isAutomatic: Bool = true
    ) -> Message {
        let sender = MailAddress.ours("needme@needme.example")
        return Message(
            id: MessageID(of: "receipt.17.2026-11-18", in: sender),
            date: 1_795_000_000,
            from: Mailbox(name: from, address: sender),
            replyTo: replyTo,
            to: Mailbox(name: to, address: .ours("jeanne@exemple.fr")),
            subject: subject,
            text: text,
            html: html,
            file: file,
            isAutomatic: isAutomatic
        )
    }

    /// The lines of its bytes.
    var lines: [String] {
        String(decoding: bytes, as: UTF8.self).split(separator: "\r\n", omittingEmptySubsequences: false).map(
            String.init
        )
    }
}
