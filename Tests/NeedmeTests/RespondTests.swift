import Foundation
import TestSupport
import Testing

@testable import needme

/// A responder is started as systemd would, without a database, and asked as nginx asks.
@Suite(.timeLimit(.minutes(1))) struct `A role` {
    let scratch: Scratch
    let counts: String

    init() throws {
        scratch = try Scratch()
        counts = scratch.newPath()
        try FileManager.default.createDirectory(atPath: counts, withIntermediateDirectories: false)
    }

    @Test func `logs what fails in one line, with itself and nginx's id of the request, and counts it`() throws {
        let link = "/f/" + String(repeating: "a", count: 43)
        let (statuses, lines) = try ask(
            "public",
            ["REQUEST_METHOD": "GET", "REQUEST_URI": link, "REQUEST_ID": "first"],
            ["REQUEST_METHOD": "GET", "REQUEST_URI": "/no", "REQUEST_ID": "second"],
            ["REQUEST_METHOD": "GET", "REQUEST_URI": "/healthz/public/ready", "REQUEST_ID": "third"],
            ["REQUEST_METHOD": "POST", "REQUEST_URI": "/", "CONTENT_LENGTH": "99999999", "REQUEST_ID": "fourth"]
        )
        #expect(statuses == [503, 404, 503, 413])
        #expect(lines.map { $0["request"] } == ["first", "third", "fourth"])
        #expect(lines.map { $0["message"] } == ["request failed", "not ready", "request refused"])
        #expect(lines.allSatisfy { $0["role"] == "public" })
        #expect(!lines.contains { $0.values.contains { $0.contains("aaaa") } }, "A link is a secret.")
        let sum = try #require(try CountsFile.sums(under: counts).first).counts
        #expect(sum.statuses == [404, 413, 503])
        #expect(sum[.answered(status: 503)] == 2)
    }

    @Test func `that takes events says of each knock which request it was`() throws {
        let (statuses, lines) = try ask(
            "webhook",
            ["REQUEST_METHOD": "POST", "REQUEST_URI": "/stripe/webhook/connect", "REQUEST_ID": "a-knock"]
        )
        #expect(statuses == [400])
        #expect(lines.map { $0["request"] } == ["a-knock"])
        #expect(lines.map { $0["message"] } == ["event refused"])
    }

    /// What a responder answers to requests and, once it has ended, the lines of its log, each read as JSON.
    private func ask(_ role: String, _ requests: [String: String]...) throws -> (
        statuses: [Int], lines: [[String: String]]
    ) {
        let (socket, log) = (scratch.newPath(), scratch.newPath())
        let responder = try Command(
            ["sh", "-c", "exec \"$0\" respond \(role) --socket \(socket) 2>\(log)", Run.program],
            environment: Run.sound.merging(["NEEDME_COUNTS_DIRECTORY": counts]) { $1 },
            in: scratch
        )
        while !FileManager.default.fileExists(atPath: socket) { usleep(5_000) }
        let statuses = try requests.map { variables in
            let client = try Command(["cgi-fcgi", "-bind", "-connect", socket], environment: variables, in: scratch)
            let answer = String(decoding: try client.result(), as: UTF8.self)
            return Int(answer.dropFirst("Status: ".count).prefix(3)) ?? 0
        }
        kill(responder.identifier, SIGTERM)
        #expect(responder.wait() == 0)
        let lines = try String(contentsOfFile: log, encoding: .utf8).split(separator: "\n").map { line in
            try JSONDecoder().decode([String: String].self, from: Data(line.utf8))
        }
        return (statuses, lines)
    }
}
