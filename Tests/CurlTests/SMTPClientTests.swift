import Curl
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct `The mail client` {
    private let scratch: Scratch
    private let envelope = MailEnvelope(sender: "nous@example.fr", recipients: ["a@example.com", "b@example.com"])
    private let message = Array("Subject: essai\r\n\r\n.un point\r\n..\r\n.\r\nfin\r\n".utf8)

    init() throws { scratch = try Scratch() }

    @Test func `a message is handed over, its points doubled`() throws {
        let server = try SMTPServer(in: scratch)
        #expect(try submit(to: server) == .accepted)
        let heard = try server.heard
        #expect(heard.contains("EHLO needme.test"))
        #expect(heard.contains { $0.hasPrefix("MAIL FROM:<nous@example.fr>") })
        #expect(heard.contains("RCPT TO:<a@example.com>"))
        #expect(heard.contains("RCPT TO:<b@example.com>"))
        #expect(heard.contains("..un point"))
        #expect(heard.contains("..."))
        #expect(heard.suffix(5) == ["..", "fin", ".", "QUIT", ""])
    }

    @Test(arguments: ["HELLO", "MAIL", "RCPT", "DATA", "MESSAGE"])
    func `a refusal is told by its code`(verb: String) throws {
        let later = try SMTPServer(replies: [verb: "451 later"], in: scratch)
        #expect(try submit(to: later) == .refusedForNow(code: 451))
        let never = try SMTPServer(replies: [verb: "550 never"], in: scratch)
        #expect(try submit(to: never) == .refusedForGood(code: 550))
    }

    @Test func `a wrong password is a refusal for good`() throws {
        let server = try SMTPServer(replies: ["AUTH": "535 who?"], in: scratch)
        #expect(try submit(to: server, user: "u") == .refusedForGood(code: 535))
    }

    @Test func `the password goes out under TLS only`() throws {
        let certificate = try Certificate(in: scratch)
        let server = try SMTPServer(certificate: certificate, in: scratch)
        #expect(try submit(to: server, .startTLS, user: "u", authority: certificate) == .accepted)
        let heard = try server.heard
        let start = try #require(heard.firstIndex(of: "STARTTLS"))
        let login = try #require(heard.firstIndex { $0.hasPrefix("AUTH PLAIN") })
        #expect(start < login)
    }

    @Test func `TLS from the first byte is spoken too`() throws {
        let certificate = try Certificate(in: scratch)
        let server = try SMTPServer(certificate: certificate, isWrapped: true, in: scratch)
        #expect(try submit(to: server, .tls, authority: certificate) == .accepted)
    }

    @Test func `a server without TLS hears nothing when TLS is asked for`() throws {
        let server = try SMTPServer(in: scratch)
        #expect(failure(of: server, .startTLS)?.mayHaveArrived == false)
        #expect(try !server.heard.contains { $0.hasPrefix("MAIL") })
    }

    @Test func `a certificate of nobody we know is refused`() throws {
        let server = try SMTPServer(certificate: Certificate(in: scratch), in: scratch)
        #expect(failure(of: server, .startTLS)?.code == 60)
    }

    @Test func `a server that hangs up before the message has not taken it`() throws {
        let server = try SMTPServer(replies: ["DATA": ""], in: scratch)
        #expect(failure(of: server)?.mayHaveArrived == false)
    }

    @Test func `a server that hangs up after the message may have taken it`() throws {
        let server = try SMTPServer(replies: ["MESSAGE": ""], in: scratch)
        #expect(failure(of: server)?.mayHaveArrived == true)
    }

    @Test func `nothing goes out in the clear beyond loopback`() {
        let settings = SMTPSettings(host: "mail.example.com", port: 25, security: .plain)
        let error = #expect(throws: TransportError.self) { try SMTPClient(settings).submit(message, in: envelope) }
        #expect(error?.code == 64)
    }

    @Test(arguments: ["a@b> <c@d", "a@b\r\nDATA"])
    func `an address that hides a command is not sent`(address: String) {
        let settings = SMTPSettings(host: "127.0.0.1", port: 1, security: .plain)
        let error = #expect(throws: TransportError.self) {
            try SMTPClient(settings).submit(message, in: MailEnvelope(sender: "", recipients: [address]))
        }
        #expect(error?.code == 43)
    }

    private func submit(
        to server: SMTPServer,
        _ security: SMTPSettings.Security = .plain,
        user: String? = nil,
        authority: Certificate? = nil
    ) throws -> SubmissionOutcome {
        let settings = SMTPSettings(
            host: "localhost",
            port: server.port,
            security: security,
            user: user,
            password: user.map { _ in "secret" },
            clientName: "needme.test",
            certificateAuthorityFile: authority?.file
        )
        return try SMTPClient(settings).submit(message, in: envelope)
    }

    private func failure(of server: SMTPServer, _ security: SMTPSettings.Security = .plain) -> TransportError? {
        #expect(throws: TransportError.self) { try submit(to: server, security) }
    }
}
