import Foundation
import TestSupport
import Testing

@testable import FastCGI

/// The echo program on a socket that the test opened, so that a request can be sent before the program is ready.
final class Responder {
    let socket: String
    let process: Command
    private let scratch: Scratch
    private let listening: ListeningSocket

    init(in scratch: Scratch) throws {
        self.scratch = scratch
        socket = scratch.newPath()
        listening = try ListeningSocket(path: socket)
        process = try Command([Self.program], descriptor: listening.descriptor, in: scratch)
    }

    /// The echo program, built beside the tests.
    static let program = URL(fileURLWithPath: "/proc/self/exe").resolvingSymlinksInPath()
        .deletingLastPathComponent().appendingPathComponent("FastCGIEcho").path

    /// Begins a request through Debian's cgi-fcgi.
    func begin(
        _ method: String = "GET",
        _ target: String,
        body: [UInt8] = [],
        length: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Command {
        let parts = target.split(separator: "?", maxSplits: 1).map(String.init)
        let variables = [
            "REQUEST_METHOD": method, "REQUEST_URI": target, "QUERY_STRING": parts.count > 1 ? parts[1] : "",
            "CONTENT_LENGTH": length ?? (body.isEmpty ? "" : "\(body.count)"),
        ]
        return try Command(
            ["cgi-fcgi", "-bind", "-connect", socket],
            environment: variables.merging(environment) { _, given in given },
            input: body,
            in: scratch
        )
    }

    /// Sends a request and waits for its answer.
    func ask(
        _ method: String = "GET",
        _ target: String,
        body: [UInt8] = [],
        length: String? = nil,
        environment: [String: String] = [:]
    ) throws -> Answer {
        try Answer(begin(method, target, body: body, length: length, environment: environment).result())
    }

    /// Asks it to end and waits; its exit status, or minus the signal that killed it.
    func end() -> Int32 {
        kill(process.identifier, SIGTERM)
        return process.wait()
    }
}
