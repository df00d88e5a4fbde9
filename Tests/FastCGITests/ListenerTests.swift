import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct `The listener` {
    private let scratch: Scratch
    private let responder: Responder

    init() throws {
        scratch = try Scratch()
        responder = try Responder(in: scratch)
    }

    @Test func `a body is copied byte for byte`() throws {
        let body = (0..<100_000).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let answer = try responder.ask("POST", "/", body: body)
        #expect(answer.status == "Status: 200 OK")
        #expect(answer.body == body)
    }

    @Test func `a body of one mebibyte is taken, one byte more is not`() throws {
        let body = [UInt8](repeating: 0, count: 1_048_576)
        let isCopied = try responder.ask("POST", "/", body: body).body == body
        // Compared beforehand: of two long arrays that differ, the report would look for the differences for hours.
        #expect(isCopied)
        #expect(try responder.ask("POST", "/", body: body + [0]).status == "Status: 413 Content Too Large")
        #expect(try responder.ask("GET", "/").status == "Status: 200 OK")
    }

    @Test(arguments: ["12", "-1", "+2", "2x", "0x2", " 2"])
    func `a body that is not as long as it says is refused`(length: String) throws {
        let answer = try responder.ask("POST", "/", body: [1, 2], length: length)
        #expect(answer.status == "Status: 400 Bad Request")
        #expect(answer.text == "Cette requête est incomplète ou mal formée.\n")
    }

    @Test func `a length that no integer holds is too large`() throws {
        let answer = try responder.ask("POST", "/", body: [1], length: "99999999999999999999")
        #expect(answer.status == "Status: 413 Content Too Large")
    }

    @Test func `a path that does not begin with a slash is refused`() throws {
        #expect(try responder.ask("GET", "nowhere").status == "Status: 400 Bad Request")
    }

    @Test func `an answer to HEAD has the length and not the body`() throws {
        let answer = try responder.ask("HEAD", "/large?size=5000")
        #expect(answer.fields.contains("content-length: 5000"))
        #expect(answer.body.isEmpty)
    }

    @Test func `an answer without content announces no length`() throws {
        let answer = try responder.ask("GET", "/nothing")
        #expect(answer.status == "Status: 204 No Content")
        #expect(!answer.head.contains("content-length"))
    }

    @Test func `a large answer arrives whole`() throws {
        #expect(try responder.ask("GET", "/large?size=4000000").body.count == 4_000_000)
    }

    @Test func `an answer in pieces arrives whole, and says no length`() throws {
        let answer = try responder.ask("GET", "/pieces?size=4000001")
        #expect(answer.body.count == 4_000_001)
        #expect(!answer.head.contains("content-length"))
        #expect(try responder.ask("HEAD", "/pieces?size=4000001").body.isEmpty)
    }

    @Test func `what nginx says of a request is in the value`() throws {
        let variables = [
            "REQUEST_ID": "0123", "REMOTE_ADDR": "192.0.2.7", "HTTP_ACCEPT_LANGUAGE": "fr",
            "CONTENT_TYPE": "text/x", "HTTP_CONTENT_TYPE": "text/y", "HTTP_EMPTY": "",
        ]
        let text = try responder.ask("GET", "/describe?q=l%27%C3%A9t%C3%A9", environment: variables).text
        let lines = Set(text.split(separator: "\n"))
        let told: Set<Substring> = [
            "path=/describe", "question=l'été", "id=0123", "address=192.0.2.7", "accept-language=fr",
            "content-type=text/x",
        ]
        #expect(lines == told)
    }

    @Test func `a request without an identifier is given one`() throws {
        let text = try responder.ask("GET", "/describe").text
        #expect(text.contains(/id=[0-9a-f]{32}\n/))
    }

    @Test func `bytes that are not UTF-8 harm nobody`() throws {
        let shell = "REQUEST_METHOD=GET REQUEST_URI=/describe$(printf '\\377') HTTP_X=$(printf 'a\\377b')"
        let command = try Command(
            ["sh", "-c", "\(shell) exec cgi-fcgi -bind -connect \(responder.socket)"],
            in: scratch
        )
        let odd = try Answer(command.result())
        #expect(odd.status == "Status: 200 OK")
        #expect(try responder.ask("GET", "/").status == "Status: 200 OK")
    }

    @Test func `a value typed by a user starts no header`() throws {
        let answer = try responder.ask("GET", "/inject?value=a%0D%0Aset-cookie:%20b")
        #expect(answer.fields.contains("x-typed: a set-cookie: b"))
        #expect(!answer.fields.contains { $0.hasPrefix("set-cookie") })
    }

    @Test func `a client that goes away costs the next one nothing`() throws {
        let process = try responder.ask("GET", "/process").text
        let gate = Gate(in: scratch)
        let client = try responder.begin("GET", "/large?size=4000000&gate=\(gate.path)")
        gate.waitForRequest()
        kill(client.identifier, SIGKILL)
        _ = client.wait()
        gate.letGo()
        #expect(try responder.ask("GET", "/process").text == process)
    }
}
