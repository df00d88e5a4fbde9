import FastCGI
import Glibc
import Web

/// Answers what it was asked, for the tests: `/slow` after a second, `/inject` with a header value on two lines.
@main enum FastCGIEcho {
    static func main() throws {
        let listener = try Listener(socketPath: CommandLine.arguments.dropFirst().first)
        try listener.run { request in
            switch request.path {
            case "/slow":
                sleep(1)
                return .text("slow \(getpid())")
            case "/inject":
                return .text("safe").with("x-typed", request.query["value"] ?? "")
            case "/large":
                return Response(type: "application/octet-stream", body: Array(repeating: 0x61, count: 4_000_000))
            case "/describe":
                let fields = request.headers.fields.map { "\($0.name): \($0.value)" }
                return .text(([request.path, request.remoteAddress, request.id] + fields).joined(separator: "\n"))
            default:
                return Response(type: "application/octet-stream", body: request.body).with("x-pid", "\(getpid())")
            }
        }
    }
}
