import FastCGI
import Glibc
import Web

/// A program that tests start: it answers what it was asked, on the socket at its first argument or on descriptor 0.
@main enum FastCGIEcho {
    static func main() throws {
        let listener = try Listener(socketPath: CommandLine.arguments.dropFirst().first)
        try listener.run(handler: answer)
    }

    private static func answer(to request: Request) -> Response {
        if let gate = request.query["gate"] { waits(at: gate) }
        let size = request.query["size"].flatMap(Int.init) ?? 0
        return switch request.path {
        case "/describe": .text(description(of: request))
        case "/process": .text("\(getpid())")
        case "/inject": .text("safe").with("x-typed", request.query["value"] ?? "")
        case "/nothing": Response(status: 204, type: "text/plain", body: [])
        case "/large": Response(type: "application/octet-stream", body: Array(repeating: 0x61, count: size))
        case "/pieces": pieces(size, failsAtEnd: request.query["fails"] != nil)
        default: Response(type: "application/octet-stream", body: request.body)
        }
    }

    /// An answer of so many bytes, a thousand at a time, perhaps without an end.
    private static func pieces(_ size: Int, failsAtEnd: Bool) -> Response {
        var left = size
        return .file(type: "application/octet-stream", named: "pieces") {
            guard left > 0 else {
                if failsAtEnd { throw Broken() }
                return nil
            }
            let count = min(left, 1_000)
            left -= count
            return Array(repeating: 0x61, count: count)
        }
    }

    private struct Broken: Error {}

    private static func description(of request: Request) -> String {
        let fields = request.headers.fields.map { "\($0.name)=\($0.value)" }
        return "path=\(request.path)\nid=\(request.id)\naddress=\(request.remoteAddress)\n"
            + "question=\(request.query["q"] ?? "")\n" + fields.joined(separator: "\n")
    }

    /// Opens a named pipe, which lets the test know that we are here, and stays until the test closes its end.
    private static func waits(at gate: String) {
        let pipe = unsafe open(gate, O_RDONLY)
        precondition(pipe >= 0, "The gate is a named pipe of the test")
        var byte: UInt8 = 0
        while unsafe read(pipe, &byte, 1) > 0 {}
        close(pipe)
    }
}
