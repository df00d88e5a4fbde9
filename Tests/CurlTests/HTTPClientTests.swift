import Curl
import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct `The HTTP client` {
    private let scratch: Scratch
    private let server: HTTPServer
    private let client: HTTPClient
    private var address: String { "http://127.0.0.1:\(server.port)" }

    init() throws {
        scratch = try Scratch()
        server = try HTTPServer(in: scratch)
        client = try HTTPClient(allowsPlainHTTP: true)
    }

    @Test(arguments: ["GET", "POST", "DELETE"])
    func `the method, the header fields and the path arrive`(method: String) throws {
        let headers = [HTTPHeader("X-Typed", "été"), HTTPHeader("X-Empty", "")]
        let answer = try client.exchange(HTTPRequest(method: method, url: "\(address)/told", headers: headers))
        let lines = text(of: answer).split(separator: "\n")
        #expect(lines.first == "\(method) /told HTTP/1.1")
        #expect(lines.contains("X-Empty: "))
        #expect(lines.contains { $0.hasPrefix("X-Typed: ") })
        #expect(answer["x-peer"] != nil)
    }

    @Test func `a body is copied byte for byte, both ways`() throws {
        let body = (0..<300_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let answer = try client.exchange(HTTPRequest(method: "POST", url: "\(address)/", body: body))
        #expect(answer.body == body)
    }

    @Test func `a large body does not wait to be asked for`() throws {
        let body = [UInt8](repeating: 0, count: 1_500_000)
        let answer = try client.exchange(HTTPRequest(method: "POST", url: "\(address)/told", body: body))
        #expect(!text(of: answer).lowercased().contains("expect:"))
    }

    @Test func `the connection is kept for the next request`() throws {
        let peers = try (0..<3).map { _ in try client.exchange(HTTPRequest(url: "\(address)/told"))["x-peer"] }
        #expect(Set(peers).count == 1)
    }

    @Test func `a connection that the server closed is opened again`() throws {
        let first = try client.exchange(HTTPRequest(url: "\(address)/closing"))
        let second = try client.exchange(HTTPRequest(method: "POST", url: "\(address)/told", body: [1]))
        #expect(first["x-peer"] != second["x-peer"])
        #expect(second.status == 200)
    }

    @Test func `a redirect is not followed`() throws {
        let answer = try client.exchange(HTTPRequest(url: "\(address)/elsewhere"))
        #expect(answer.status == 302)
        #expect(answer["location"] == "/told")
    }

    @Test func `a refused connection says that nothing arrived`() {
        let error = failure(HTTPRequest(url: "http://127.0.0.1:1/"))
        #expect(error?.code == 7)
        #expect(error?.mayHaveArrived == false)
    }

    @Test func `a slow server ends in a time-out, and may have acted`() {
        let error = failure(HTTPRequest(url: "\(address)/slow", timeoutMilliseconds: 200))
        #expect(error?.code == 28)
        #expect(error?.mayHaveArrived == true)
    }

    @Test func `a server that says nothing may have acted`() {
        let error = failure(HTTPRequest(method: "POST", url: "\(address)/silent", body: [1]))
        #expect(error?.code == 52)
        #expect(error?.mayHaveArrived == true)
    }

    @Test func `an answer that is too large is not taken, and the next one is`() throws {
        let error = failure(HTTPRequest(url: "\(address)/large"))
        #expect(error?.message == "the answer is longer than we take")
        #expect(error?.mayHaveArrived == true)
        #expect(try client.exchange(HTTPRequest(url: "\(address)/told")).status == 200)
    }

    @Test(arguments: [HTTPHeader("X-A", "b\r\nX-C: d"), HTTPHeader("X-A\nX-C", "d"), HTTPHeader("X-A", "b\0c")])
    func `a header field that hides another is not sent`(field: HTTPHeader) {
        let error = failure(HTTPRequest(url: "\(address)/told", headers: [field]))
        #expect(error?.code == 43)
        #expect(error?.mayHaveArrived == false)
    }

    @Test(arguments: ["file:///etc/passwd", "ftp://127.0.0.1/", "http://127.0.0.1\r\n/", ""])
    func `an address of another kind is not asked`(url: String) {
        let error = failure(HTTPRequest(url: url))
        #expect(error != nil)
        #expect(error?.mayHaveArrived == false)
    }

    @Test func `a proxy named by the environment is not used`() async {
        await #expect(processExitsWith: .success) { [address = address as String] in
            for name in ["http_proxy", "all_proxy"] { unsafe setenv(name, "http://127.0.0.1:1", 1) }
            let client = try HTTPClient(allowsPlainHTTP: true)
            #expect(try client.exchange(HTTPRequest(url: "\(address)/told")).status == 200)
        }
    }

    private func failure(_ request: HTTPRequest) -> TransportError? {
        #expect(throws: TransportError.self) { try client.exchange(request) }
    }

    private func text(of answer: HTTPResponse) -> String { String(decoding: answer.body, as: UTF8.self) }
}
