import Foundation
import Mail
import TestSupport

/// A message as Python's email package reads it: a reader that is not ours.
struct ParsedMessage: Decodable {
    /// The header fields' names, in order.
    let names: [String]
    /// The header fields' decoded values, by name.
    let fields: [String: String]
    /// The name and the address of each mailbox, by field.
    let mailboxes: [String: [[String]]]
    /// The moment in the Date field, in seconds since 1970.
    let date: Int64
    /// The decoded text.
    let text: String
    /// The media type of each part, from the outside in.
    let types: [String]
    /// The decoded HTML; empty when there is none.
    let html: String
    /// The names of the files that come with it.
    let fileNames: [String]
    /// What the first of them holds, in hexadecimal; empty when there is none.
    let file: String
    /// What the reader has to complain about.
    let defects: [String]

    init(_ message: Message) throws {
        let scratch = try Scratch()
        let command = try Command(["python3", "-c", Self.script], input: message.bytes, in: scratch)
        self = try JSONDecoder().decode(ParsedMessage.self, from: Data(try command.result()))
    }

    private static let script = """
        import email, email.header, email.policy, email.utils, json, sys

        sent = sys.stdin.buffer.read()
        message = email.message_from_bytes(sent, policy=email.policy.default)
        raw = email.message_from_bytes(sent)

        # The newer parser leaves a space between encoded words of a name, against RFC 2047 §6.2; the older one does not.
        def boxes(field):
            decoded = lambda name: str(email.header.make_header(email.header.decode_header(name)))
            return [[decoded(name), address] for name, address in email.utils.getaddresses([raw[field]])]

        def words(subtype):
            part = message.get_body((subtype,))
            return part.get_content().replace("\\r\\n", "\\n") if part else ""

        print(json.dumps({
            "names": message.keys(),
            "fields": {name: str(value) for name, value in message.items()},
            "mailboxes": {name: boxes(name) for name in ("From", "To", "Reply-To") if name in message},
            "date": int(message["Date"].datetime.timestamp()),
            "text": words("plain"),
            "html": words("html"),
            "types": [part.get_content_type() for part in message.walk()],
            "fileNames": [part.get_filename() for part in message.iter_attachments()],
            "file": next((part.get_content().hex() for part in message.iter_attachments()), ""),
            "defects": [repr(defect) for part in [*message.walk(), *message.values()] for defect in part.defects],
        }))
        """
}
