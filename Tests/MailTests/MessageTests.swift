import Mail
import Testing

@Suite struct `A message` {
    /// Texts that a header field must bring through whole.
    static let texts = [
        "", "Essai", "Règlement encaissé — F-2026-0001, 1\u{202F}500,00\u{202F}€, Atelier Durand", "=?UTF-8?B?w6k=?=",
        "un \"guillemet\" et une \\ barre", "é", "a b", String(repeating: "long ", count: 40) + "fin",
        String(repeating: "é", count: 500), String(repeating: "x", count: 2_000), "👩🏽‍🚀 d’Été",
        String(repeating: "👩🏽‍🚀", count: 30), "virgule, point; deux: <pas@une.adresse>", "(pas un commentaire)",
    ]

    /// Texts that try to be more than a text.
    static let attacks = [
        "a\r\nBcc: b@exemple.fr", "a\nBcc: b@exemple.fr", "a\rBcc: b@exemple.fr", "a\r\n\r\n<h1>", "a\r\n b", "\r\n",
        "é\r\nBcc: b@exemple.fr", "a\u{0}b", "a\u{2028}Bcc: b@exemple.fr", "a\u{85}Bcc: b@exemple.fr",
        "a\" <b@exemple.fr>, \"c", String(repeating: "é\r\nBcc: b@exemple.fr ", count: 20),
    ]

    /// Bodies, by what is hard about them.
    static let bodies = [
        "Bonjour,\n\nça va ?\n", ".\n..\n.a\n", "fin de ligne \t\n \n", "= =3D =\n", "sans fin de ligne",
        String(repeating: "é", count: 300) + "\n", String(repeating: "mot ", count: 300) + "\n",
        String(repeating: "x", count: 76) + "\n" + String(repeating: "y", count: 77) + "\n", "\n\n\n",
        "From moi\n", "👩🏽‍🚀\u{202F}€\n",
    ]

    static let names = [
        "Date", "From", "To", "Message-ID", "Subject", "Auto-Submitted", "MIME-Version", "Content-Type",
        "Content-Transfer-Encoding",
    ]

    @Test(arguments: texts) func `any text comes through as subject`(_ text: String) throws {
        let message = Message.sample(subject: text)
        try expectWellFormed(message)
        #expect(try ParsedMessage(message).fields["Subject"] == text)
    }

    @Test(arguments: texts) func `any text comes through as a name`(_ text: String) throws {
        let message = Message.sample(from: text, to: text)
        try expectWellFormed(message)
        let parsed = try ParsedMessage(message)
        #expect(parsed.mailboxes["From"] == [[text, "needme@needme.example"]])
        #expect(parsed.mailboxes["To"] == [[text, "jeanne@exemple.fr"]])
    }

    @Test(arguments: attacks) func `no text adds a header field, an address or a body`(_ text: String) throws {
        let message = Message.sample(
            subject: text,
            from: text,
            to: text,
            replyTo: Mailbox(name: text, address: .ours("atelier@exemple.fr"))
        )
        try expectWellFormed(message)
        let parsed = try ParsedMessage(message)
        #expect(Set(parsed.names) == Set(Self.names + ["Reply-To"]))
        #expect(parsed.names.count == Self.names.count + 1)
        #expect(parsed.mailboxes.values.allSatisfy { $0.count == 1 })
        #expect(parsed.mailboxes["To"]?.first?.last == "jeanne@exemple.fr")
        #expect(parsed.fields["Subject"]?.contains { $0.isNewline } == false)
        #expect(parsed.text == "Bonjour\n")
    }

    @Test(arguments: bodies) func `any text comes through as body`(_ text: String) throws {
        let message = Message.sample(text: text)
        try expectWellFormed(message)
        #expect(try ParsedMessage(message).text == (text.hasSuffix("\n") ? text : text + "\n"))
    }

    @Test(arguments: ["a\nb\n", "a\r\nb\r\n", "a\rb\r"]) func `every end of line is one`(_ text: String) throws {
        #expect(try ParsedMessage(.sample(text: text)).text == "a\nb\n")
    }

    @Test func `its header says what it is`() throws {
        let parsed = try ParsedMessage(.sample(from: nil))
        #expect(parsed.names == Self.names)
        #expect(parsed.date == 1_795_000_000)
        #expect(parsed.fields["Date"] == "Wed, 18 Nov 2026 11:06:40 +0000")
        #expect(parsed.fields["Message-ID"] == "<receipt.17.2026-11-18@needme.example>")
        #expect(parsed.fields["Auto-Submitted"] == "auto-generated")
        #expect(parsed.mailboxes["From"] == [["", "needme@needme.example"]])
    }

    @Test(arguments: bodies) func `with looks says the same twice, the plain text first`(_ text: String) throws {
        let message = Message.sample(text: text, html: "<p>\(text)</p>\n")
        try expectWellFormed(message)
        let parsed = try ParsedMessage(message)
        #expect(parsed.types == ["multipart/alternative", "text/plain", "text/html"])
        #expect(parsed.text == (text.hasSuffix("\n") ? text : text + "\n"))
        #expect(parsed.html == "<p>\(text)</p>\n")
    }

    @Test(arguments: [0, 1, 56, 57, 58, 1_000], [nil, "<p>Bonjour</p>\n"])
    func `with a file brings it through whole`(size: Int, html: String?) throws {
        let bytes = (0..<size).map { UInt8(truncatingIfNeeded: $0 &* 37) }
        let file = Message.File(name: "F-2026-0001.pdf", type: "application/pdf", bytes: bytes)
        let message = Message.sample(html: html, file: file)
        try expectWellFormed(message)
        let parsed = try ParsedMessage(message)
        #expect(parsed.types.first == "multipart/mixed" && parsed.types.last == "application/pdf")
        #expect(parsed.fileNames == ["F-2026-0001.pdf"])
        #expect(parsed.file == bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined())
        #expect(parsed.text == "Bonjour\n" && parsed.html == html ?? "")
    }

    @Test func `that a person asked for does not call itself automatic`() throws {
        #expect(try !ParsedMessage(.sample(isAutomatic: false)).names.contains("Auto-Submitted"))
    }

    @Test func `the same message makes the same bytes`() {
        #expect(Message.sample().bytes == Message.sample().bytes)
    }

    /// RFC 5322 §2.1.1 and RFC 2047 §2, on every line; and nothing for Python to complain of.
    private func expectWellFormed(_ message: Message) throws {
        #expect(message.bytes.allSatisfy { (0x20...0x7E).contains($0) || [0x09, 0x0D, 0x0A].contains($0) })
        #expect(message.lines.allSatisfy { line in !line.utf8.contains { $0 == 0x0D || $0 == 0x0A } })
        #expect(message.lines.allSatisfy { $0.utf8.count <= ($0.contains("=?") ? 76 : 78) })
        #expect(message.lines.last == "")
        #expect(try ParsedMessage(message).defects == [])
    }
}
