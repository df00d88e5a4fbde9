/// A part of a message's body, with the header fields that say what it is (RFC 2045).
struct BodyPart {
    let fields: [(name: String, body: String)]
    let content: String

    /// Text that stays nearly readable in ASCII.
    static func text(_ text: String, _ subtype: String) -> BodyPart {
        let fields = [
            ("Content-Type", "text/\(subtype); charset=utf-8"), ("Content-Transfer-Encoding", "quoted-printable"),
        ]
        return BodyPart(fields: fields, content: QuotedPrintable.encode(text))
    }

    /// A file that comes with the message.
    static func file(_ file: Message.File) -> BodyPart {
        let fields = [
            ("Content-Type", file.type),
            // RFC 2183 §2; nothing in the name needs more than quotation marks.
            ("Content-Disposition", "attachment; filename=\"\(file.name)\""), ("Content-Transfer-Encoding", "base64"),
        ]
        return BodyPart(fields: fields, content: Base64.lines(file.bytes))
    }

    /// Several parts: the same thing in several ways, the best one last ("alternative"), or one after the other ("mixed").
    static func several(_ subtype: String, _ parts: [BodyPart]) -> BodyPart {
        // > A good strategy is to choose a boundary that includes a character sequence such as "=_" which can never appear
        // > in a quoted-printable body (RFC 2045 §6.7). Nor does it appear in base64.
        let boundary = "=_\(subtype)"
        // > The CRLF preceding the boundary delimiter line is conceptually attached to the boundary (RFC 2046 §5.1.1).
        let content = parts.map { "--\(boundary)\r\n\($0.text)\r\n" }.joined() + "--\(boundary)--\r\n"
        return BodyPart(fields: [("Content-Type", "multipart/\(subtype); boundary=\"\(boundary)\"")], content: content)
    }

    /// The part with its header.
    private var text: String { fields.map { "\($0.name): \($0.body)\r\n" }.joined() + "\r\n" + content }
}
