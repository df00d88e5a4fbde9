import Foundation
import TestSupport

/// Several responders that spawn-fcgi started on one socket.
final class Crew {
    let processes: [Int32]
    private let socket: String
    private let scratch: Scratch

    init(of count: Int, in scratch: Scratch) throws {
        self.scratch = scratch
        socket = scratch.newPath()
        let command = try Command(
            ["spawn-fcgi", "-s", socket, "-F", "\(count)", "--", Responder.program],
            in: scratch
        )
        let said = try String(decoding: command.result(), as: UTF8.self)
        processes = said.matches(of: /PID: ([0-9]+)/).compactMap { Int32($0.output.1) }
    }

    func begin(_ target: String) throws -> Command {
        let query = target.split(separator: "?").last.map(String.init) ?? ""
        return try Command(
            ["cgi-fcgi", "-bind", "-connect", socket],
            environment: ["REQUEST_METHOD": "GET", "REQUEST_URI": target, "QUERY_STRING": query],
            in: scratch
        )
    }

    func end() { for process in processes { kill(process, SIGTERM) } }
}
