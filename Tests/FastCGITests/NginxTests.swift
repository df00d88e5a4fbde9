import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct `Behind nginx` {
    private let scratch: Scratch
    private let responder: Responder
    private let nginx: Nginx

    init() throws {
        scratch = try Scratch()
        responder = try Responder(in: scratch)
        nginx = try Nginx(before: responder.socket, in: scratch)
    }

    @Test func `a body is copied byte for byte`() throws {
        let body = (0..<1_048_576).map { UInt8(truncatingIfNeeded: $0 &* 31) }
        let answer = try nginx.ask("/", "--data-binary", "@\(scratch.file(body))")
        #expect(answer.status == "HTTP/1.1 200 OK")
        // Compared beforehand: of two long arrays that differ, the report would look for the differences for hours.
        let isCopied = answer.body == body
        #expect(isCopied)
    }

    @Test func `a body sent in chunks is taken too`() throws {
        let file = try scratch.file(Array("par morceaux".utf8))
        #expect(
            try nginx.ask("/", "-H", "Transfer-Encoding: chunked", "--data-binary", "@\(file)").text == "par morceaux"
        )
    }

    @Test func `one byte over the limit is 413`() throws {
        let file = try scratch.file([UInt8](repeating: 1, count: 1_048_577))
        #expect(try nginx.ask("/", "--data-binary", "@\(file)").status == "HTTP/1.1 413 Content Too Large")
        #expect(try nginx.ask("/").status == "HTTP/1.1 200 OK")
    }

    @Test func `the request carries nginx's identifier and the browser's header fields`() throws {
        let text = try nginx.ask("/describe?q=%26", "-H", "Accept-Language: fr", "-H", "X-Odd: \u{FF}").text
        #expect(text.contains(/id=[0-9a-f]{32}\n/))
        #expect(text.contains("path=/describe\n"))
        #expect(text.contains("question=&\n"))
        #expect(text.contains("accept-language=fr"))
    }

    @Test func `an answer in pieces that fails is broken off, and the next one is whole`() throws {
        let file = try scratch.file([])
        let broken = try nginx.status("/pieces?size=3000000&fails=1", "--output", file)
        #expect(broken != 0, "curl says that the transfer did not end well")
        #expect(try nginx.status("/pieces?size=3000000", "--output", file) == 0)
        #expect(try Data(contentsOf: URL(filePath: file)).count == 3_000_000)
    }

    @Test func `HEAD has no body`() throws {
        let answer = try nginx.ask("/large?size=12", "--head")
        #expect(answer.status == "HTTP/1.1 200 OK")
        #expect(answer.fields.contains { $0.lowercased() == "content-length: 12" })
    }
}

@Suite(.timeLimit(.minutes(1))) struct `One socket` {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    @Test func `three processes share it, and each answers`() throws {
        let crew = try Crew(of: 3, in: scratch)
        defer { crew.end() }
        let gates = (0..<3).map { _ in Gate(in: scratch) }
        let clients = try gates.map { try crew.begin("/process?gate=\($0.path)") }
        for gate in gates { gate.waitForRequest() }
        for gate in gates { gate.letGo() }
        let answers = try clients.map { try Answer($0.result()).text }
        #expect(Set(answers) == Set(crew.processes.map { "\($0)" }))
    }

    @Test func `a path left from a former run is taken over`() throws {
        let socket = try Responder(in: scratch).socket
        #expect(FileManager.default.fileExists(atPath: socket))
        let process = try Command([Responder.program, socket], in: scratch)
        var answer = ""
        for _ in 0..<500 where answer.isEmpty {
            usleep(10_000)
            let client = try Command(
                ["cgi-fcgi", "-bind", "-connect", socket],
                environment: ["REQUEST_METHOD": "GET", "REQUEST_URI": "/process"],
                in: scratch
            )
            answer = try Answer(client.result()).text
        }
        #expect(answer == "\(process.identifier)")
    }

    @Test func `a path where something else stands is refused`() throws {
        let file = try scratch.file(Array("précieux".utf8))
        #expect(try exitStatus(socket: file) != 0)
        #expect(try String(contentsOfFile: file, encoding: .utf8) == "précieux")
    }

    @Test(arguments: ["", "/tmp/a:9000", "/tmp/" + String(repeating: "a", count: 108)])
    func `a path that libfcgi would misread is refused`(path: String) throws {
        #expect(try exitStatus(socket: path) != 0)
    }

    @Test func `a descriptor 0 that is no socket is refused`() throws {
        let command = try Command([Responder.program], in: scratch)
        #expect(command.wait() != 0)
    }

    private func exitStatus(socket: String) throws -> Int32 {
        try Command([Responder.program, socket], in: scratch).wait()
    }
}
