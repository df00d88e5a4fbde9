import Foundation
import TestSupport

/// A mail server on loopback that takes one message and writes down what it heard.
final class SMTPServer {
    let port: Int
    private let command: Command
    private let transcript: String

    /// `replies` changes its answer to a command, such as "RCPT": "550 no"; an empty answer hangs up.
    init(replies: [String: String] = [:], certificate: Certificate? = nil, isWrapped: Bool = false, in scratch: Scratch)
        throws
    {
        let announcement = Announcement(in: scratch)
        transcript = try scratch.file([])
        var environment = replies
        if let certificate {
            environment["CERTIFICATE"] = certificate.file
            environment["KEY"] = certificate.keyFile
        }
        if isWrapped { environment["WRAPPED"] = "1" }
        let script = try scratch.file(Self.script.utf8)
        command = try Command(
            ["python3", script, announcement.path, transcript],
            environment: environment,
            in: scratch
        )
        port = Int(announcement.text()) ?? 0
    }

    /// Every line it heard.
    var heard: [String] {
        get throws {
            let text = try String(contentsOfFile: transcript, encoding: .utf8)
            return text.split(separator: "\r\n", omittingEmptySubsequences: false).map(String.init)
        }
    }

    private static let script = """
        import os, socket, ssl, sys

        listening = socket.create_server(("127.0.0.1", 0))
        with open(sys.argv[1], "w") as announcement: announcement.write(str(listening.getsockname()[1]))
        connection, _ = listening.accept()
        transcript = open(sys.argv[2], "ab", buffering=0)

        def wrapped(connection):
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(os.environ["CERTIFICATE"], os.environ["KEY"])
            return context.wrap_socket(connection, server_side=True)

        def reply(verb, text):
            text = os.environ.get(verb, text)
            if not text: os._exit(0)
            connection.sendall(text.encode() + b"\\r\\n")
            return text[0]

        def line():
            text = lines.readline()
            if not text: sys.exit()
            transcript.write(text)
            return text

        if "WRAPPED" in os.environ: connection = wrapped(connection)
        lines = connection.makefile("rb")
        features = ["test"]
        if "CERTIFICATE" in os.environ and "WRAPPED" not in os.environ: features.append("STARTTLS")
        features += ["AUTH PLAIN", "SIZE 10000000"]
        reply("HELLO", "220 ready")
        while True:
            verb = line().split()[0].decode().upper()
            if verb == "EHLO":
                for feature in features[:-1]: connection.sendall(f"250-{feature}\\r\\n".encode())
                reply(verb, "250 " + features[-1])
            elif verb == "STARTTLS":
                reply(verb, "220 go on")
                connection = wrapped(connection)
                lines = connection.makefile("rb")
                features.remove("STARTTLS")
            elif verb == "AUTH":
                if reply("PASSWORD", "334 ") == "3":
                    line()
                    reply(verb, "235 welcome")
            elif verb == "DATA":
                if reply(verb, "354 go on") == "3":
                    while line() != b".\\r\\n": pass
                    reply("MESSAGE", "250 taken")
            elif verb == "QUIT":
                reply(verb, "221 bye")
                break
            else: reply(verb, "250 fine")
        """
}
