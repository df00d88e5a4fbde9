import Curl
import TestSupport
import Testing

/// The client and a mail server that is not ours.
@Suite(.timeLimit(.minutes(1))) struct `Debian's mail server` {
    private let scratch: Scratch
    private let message = "Subject: essai\r\n\r\n.un point\r\n..\r\n.\r\nfin\r\n"

    init() throws { scratch = try Scratch() }

    @Test func `takes a message as it is`() throws {
        let server = try DebianSMTPServer(in: scratch)
        #expect(try submit(to: server) == .accepted)
        #expect(try server.taken() == message)
    }

    @Test func `takes later what it puts off`() throws {
        let rules = DebianSMTPServer.Rules(
            recipientAnswers: ["450 4.2.1 busy"],
            messageAnswers: ["451 4.3.0 later"]
        )
        let server = try DebianSMTPServer(rules, in: scratch)
        #expect(try submit(to: server) == .refusedForNow(code: 450))
        #expect(try submit(to: server) == .refusedForNow(code: 451))
        #expect(try server.taken() == "")
        #expect(try submit(to: server) == .accepted)
        #expect(try server.taken() == message)
    }

    @Test func `refuses an address, or a message, for good`() throws {
        let rules = DebianSMTPServer.Rules(recipientAnswers: ["550 5.1.1 nobody"], messageAnswers: ["554 5.7.1 no"])
        let server = try DebianSMTPServer(rules, in: scratch)
        #expect(try submit(to: server) == .refusedForGood(code: 550))
        #expect(try submit(to: server) == .refusedForGood(code: 554))
        #expect(try server.taken() == "")
    }

    @Test func `that is gone has taken nothing`() throws {
        let server = try DebianSMTPServer(in: scratch)
        server.end()
        let error = #expect(throws: TransportError.self) { try submit(to: server) }
        #expect(error?.mayHaveArrived == false)
    }

    @Test func `that speaks no TLS gets nothing when TLS is asked for`() throws {
        let server = try DebianSMTPServer(in: scratch)
        let error = #expect(throws: TransportError.self) { try submit(to: server, .startTLS) }
        #expect(error?.mayHaveArrived == false)
        #expect(try server.taken() == "")
    }

    @Test func `that asks for TLS gets nothing in the clear, and everything under TLS`() throws {
        let certificate = try Certificate(in: scratch)
        let server = try DebianSMTPServer(.init(certificate: certificate), in: scratch)
        #expect(try submit(to: server) == .refusedForGood(code: 530))
        #expect(try server.taken() == "")
        #expect(try submit(to: server, .startTLS, authority: certificate) == .accepted)
        #expect(try server.taken() == message)
    }

    @Test func `that asks for a log-in takes mail from who knows the password`() throws {
        let certificate = try Certificate(in: scratch)
        let rules = DebianSMTPServer.Rules(certificate: certificate, login: ("needme", "secret"))
        let server = try DebianSMTPServer(rules, in: scratch)
        #expect(
            try submit(to: server, .startTLS, ("needme", "faux"), authority: certificate) == .refusedForGood(code: 535)
        )
        #expect(try submit(to: server, .startTLS, authority: certificate) == .refusedForGood(code: 530))
        #expect(try server.taken() == "")
        #expect(try submit(to: server, .startTLS, ("needme", "secret"), authority: certificate) == .accepted)
        #expect(try server.taken() == message)
    }

    private func submit(
        to server: DebianSMTPServer,
        _ security: SMTPSettings.Security = .plain,
        _ login: (user: String, password: String)? = nil,
        authority: Certificate? = nil
    ) throws -> SubmissionOutcome {
        let settings = SMTPSettings(
            host: "localhost",
            port: server.port,
            security: security,
            user: login?.user,
            password: login?.password,
            clientName: "needme.test",
            certificateAuthorityFile: authority?.file
        )
        let envelope = MailEnvelope(sender: "nous@example.fr", recipients: ["a@example.com"])
        return try SMTPClient(settings).submit(Array(message.utf8), in: envelope)
    }
}
