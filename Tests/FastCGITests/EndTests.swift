import Foundation
import TestSupport
import Testing

@Suite(.timeLimit(.minutes(1))) struct `The end of a responder` {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    /// multiwatch 1.0.0 sends another signal than the one it is told: SIGQUIT for TERM.
    @Test(arguments: [SIGTERM, SIGINT, SIGQUIT, SIGUSR1])
    func `the request in hand is answered first`(signal: Int32) throws {
        let responder = try Responder(in: scratch)
        let gate = Gate(in: scratch)
        let client = try responder.begin("GET", "/large?size=300000&gate=\(gate.path)")
        gate.waitForRequest()
        kill(responder.process.identifier, signal)
        gate.letGo()
        #expect(try Answer(client.result()).body.count == 300_000)
        #expect(responder.process.wait() == 0)
    }

    @Test func `a body that is still coming is read to its end`() throws {
        let responder = try Responder(in: scratch)
        let gate = Gate(in: scratch)
        // More than the pipe and the socket hold: once it is written, the responder has begun to read.
        let shell = "(head -c 1000000 /dev/zero; cat \(gate.path); printf end) | "
        let client = try Command(
            ["sh", "-c", shell + "cgi-fcgi -bind -connect \(responder.socket)"],
            environment: ["REQUEST_METHOD": "POST", "REQUEST_URI": "/", "CONTENT_LENGTH": "1000003"],
            in: scratch
        )
        gate.waitForRequest()
        kill(responder.process.identifier, SIGTERM)
        gate.letGo()
        #expect(try Answer(client.result()).body.suffix(4) == [0] + Array("end".utf8))
        #expect(responder.process.wait() == 0)
    }

    @Test func `an idle responder ends at once`() throws {
        let responder = try Responder(in: scratch)
        #expect(try responder.ask("GET", "/").status == "Status: 200 OK")
        #expect(responder.end() == 0)
    }

    @Test func `no moment is a bad one`() throws {
        for moment in 0..<30 {
            let responder = try Responder(in: scratch)
            #expect(try responder.ask("GET", "/").status == "Status: 200 OK")
            let client = try responder.begin("GET", "/process")
            usleep(UInt32(moment * 97))
            #expect(responder.end() == 0)
            kill(client.identifier, SIGKILL)
            _ = client.wait()
        }
    }
}
