import Curl
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct `A server's certificate` {
    private let scratch: Scratch
    private let certificate: Certificate
    private let server: HTTPServer

    init() throws {
        scratch = try Scratch()
        certificate = try Certificate(in: scratch)
        server = try HTTPServer(certificate: certificate, in: scratch)
    }

    @Test func `is accepted from an authority that we know`() throws {
        let client = try HTTPClient(certificateAuthorityFile: certificate.file)
        #expect(try client.exchange(HTTPRequest(url: "https://localhost:\(server.port)/told")).status == 200)
    }

    @Test func `is refused from anybody else`() throws {
        let error = failure(of: try HTTPClient(), "https://localhost:\(server.port)/told")
        #expect(error?.code == 60)
        #expect(error?.mayHaveArrived == false)
    }

    @Test func `is refused for another name`() throws {
        let client = try HTTPClient(certificateAuthorityFile: certificate.file)
        #expect(failure(of: client, "https://127.0.0.1:\(server.port)/told")?.code == 60)
    }

    @Test func `is not done without`() throws {
        let error = failure(of: try HTTPClient(), "http://localhost:\(server.port)/told")
        #expect(error?.code == 1)
    }

    private func failure(of client: HTTPClient, _ url: String) -> TransportError? {
        #expect(throws: TransportError.self) { try client.exchange(HTTPRequest(url: url)) }
    }
}
