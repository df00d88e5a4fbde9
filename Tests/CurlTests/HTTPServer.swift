import Foundation
import TestSupport

/// A small HTTP server on loopback, with TLS when it is given a certificate.
final class HTTPServer {
    let port: Int
    private let command: Command

    init(certificate: Certificate? = nil, in scratch: Scratch) throws {
        let announcement = Announcement(in: scratch)
        let script = try scratch.file(Self.script.utf8)
        let files = certificate.map { [$0.file, $0.keyFile] } ?? []
        command = try Command(["python3", script, announcement.path] + files, in: scratch)
        port = Int(announcement.text()) ?? 0
    }

    private static let script = """
        import http.server, ssl, sys, time

        class Handler(http.server.BaseHTTPRequestHandler):
            protocol_version = "HTTP/1.1"

            def do_GET(self):
                body = self.rfile.read(int(self.headers.get("content-length", 0)))
                if self.path == "/slow": time.sleep(30)
                if self.path == "/silent": self.close_connection = True; return
                if self.path == "/large": body = b"a" * 2_000_000
                if self.path == "/told": body = (self.requestline + "\\n" + str(self.headers)).encode()
                self.send_response_only(302 if self.path == "/elsewhere" else 200)
                self.send_header("X-Peer", self.client_address[1])
                self.send_header("Location", "/told")
                self.send_header("Content-Length", len(body))
                self.end_headers()
                self.wfile.write(body)
                if self.path == "/closing": self.close_connection = True

            do_POST = do_DELETE = do_GET

        server = http.server.ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        if len(sys.argv) > 2:
            context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
            context.load_cert_chain(*sys.argv[2:])
            server.socket = context.wrap_socket(server.socket, server_side=True)
        with open(sys.argv[1], "w") as announcement: announcement.write(str(server.server_port))
        server.serve_forever()
        """
}
