import Foundation

/// Debian's aiosmtpd on loopback, which takes any number of messages and keeps the last one.
public final class DebianSMTPServer {
    /// Where it listens.
    public let port: Int
    private var command: Command?
    private let message: String

    /// What it wants and what it says.
    public struct Rules {
        /// Its answers to RCPT, one after the other; then it says yes.
        public var recipientAnswers: [String] = []
        /// Its answers to a whole message, one after the other; then it takes it.
        public var messageAnswers: [String] = []
        /// With it, STARTTLS is offered and asked for.
        public var certificate: Certificate?
        /// The user and the password without which it takes nothing.
        public var login: (user: String, password: String)?

        /// Rules.
        public init(
            recipientAnswers: [String] = [],
            messageAnswers: [String] = [],
            certificate: Certificate? = nil,
            login: (user: String, password: String)? = nil
        ) {
            self.recipientAnswers = recipientAnswers
            self.messageAnswers = messageAnswers
            self.certificate = certificate
            self.login = login
        }
    }

    /// Starts it.
    public init(_ rules: Rules = Rules(), in scratch: Scratch) throws {
        let announcement = Announcement(in: scratch)
        message = try scratch.file([])
        var environment = [
            "RCPT": rules.recipientAnswers.joined(separator: "|"), "DATA": rules.messageAnswers.joined(separator: "|"),
        ]
        if let certificate = rules.certificate {
            environment["CERTIFICATE"] = certificate.file
            environment["KEY"] = certificate.keyFile
        }
        if let login = rules.login {
            environment["USER_NAME"] = login.user
            environment["PASSWORD"] = login.password
        }
        let script = try scratch.file(Self.script.utf8)
        command = try Command(
            ["python3", script, announcement.path, message],
            environment: environment,
            in: scratch
        )
        port = Int(announcement.text()) ?? 0
    }

    /// The last message that it took, whose lines end with CR LF.
    public func taken() throws -> String {
        try String(contentsOfFile: message, encoding: .utf8)
    }

    /// It is gone: nobody listens on its port any more.
    public func end() { command = nil }

    private static let script = """
        import asyncio, os, ssl, sys
        from aiosmtpd.smtp import AuthResult, SMTP

        answers = {verb: [text for text in os.environ[verb].split("|") if text] for verb in ("RCPT", "DATA")}

        class Handler:
            async def handle_RCPT(self, server, session, envelope, address, options):
                if answers["RCPT"]: return answers["RCPT"].pop(0)
                envelope.rcpt_tos.append(address)
                return "250 fine"

            async def handle_DATA(self, server, session, envelope):
                if answers["DATA"]: return answers["DATA"].pop(0)
                with open(sys.argv[2], "wb") as file: file.write(envelope.original_content)
                return "250 taken"

        def authenticate(server, session, envelope, mechanism, data):
            login = (os.environ["USER_NAME"].encode(), os.environ["PASSWORD"].encode())
            return AuthResult(success=(data.login, data.password) == login, handled=False)

        options = {}
        if "CERTIFICATE" in os.environ:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(os.environ["CERTIFICATE"], os.environ["KEY"])
            options |= {"tls_context": context, "require_starttls": True}
        if "PASSWORD" in os.environ:
            options |= {"authenticator": authenticate, "auth_required": True}

        async def serve():
            loop = asyncio.get_running_loop()
            server = await loop.create_server(lambda: SMTP(Handler(), **options), "127.0.0.1", 0)
            with open(sys.argv[1], "w") as announcement:
                announcement.write(str(server.sockets[0].getsockname()[1]))
            await server.serve_forever()

        asyncio.run(serve())
        """
}
