public import Web

/// Takes nginx's requests one at a time from a listening socket and answers each before taking the next.
///
/// Make it on the main thread before the process has any other: it blocks the signals that end it (see `EndSignal`),
/// and a thread keeps the mask of the thread that started it.
public struct Listener: ~Copyable {
    private let end: EndSignal
    private let socket: ListeningSocket
    private let exchange: Exchange

    /// Opens the socket at this path, or takes the one inherited as descriptor 0 (spawn-fcgi's way) when the path is nil.
    ///
    /// A socket left at the path by a former run is replaced; several processes share one socket only by inheriting it.
    public init(socketPath: String?) throws(ListenerError) {
        let end = try EndSignal()
        let socket =
            if let socketPath { try ListeningSocket(path: socketPath) } else { try ListeningSocket.inherited() }
        exchange = try Exchange(socket: socket.descriptor)
        self.end = end
        self.socket = socket
    }

    /// Answers requests until SIGTERM or SIGINT; the request in hand is finished first.
    ///
    /// A body longer than `maximumBodyBytes` is refused with 413 and a request that does not hold together with 400,
    /// without asking the handler: `refused` is told its identifier and the status. A client that went away costs nothing.
    /// Throws when the socket fails.
    public borrowing func run(
        maximumBodyBytes: Int = 1_048_576,
        refused: (_ id: String, _ status: Int) -> Void = { _, _ in },
        handler: (Request) -> Response
    ) throws(ListenerError) {
        while try end.waits(for: socket) {
            guard try exchange.begins() else { continue }
            if answer(maximumBodyBytes: maximumBodyBytes, refused: refused, handler: handler) {
                exchange.ends()
            } else {
                exchange.breaksOff()
            }
        }
    }

    /// - Returns: false when what followed the first bytes failed.
    private borrowing func answer(
        maximumBodyBytes: Int,
        refused: (_ id: String, _ status: Int) -> Void,
        handler: (Request) -> Response
    ) -> Bool {
        let variables = exchange.variables
        do throws(RequestRefusal) {
            let length = try variables.bodyLength(atMost: maximumBodyBytes)
            let request = try variables.request(body: exchange.body(length: length))
            let response = handler(request)
            exchange.write(response.wireBytes(includingBody: request.method != .head))
            return request.method == .head || writeRest(of: response)
        } catch {
            refused(variables.identifier, error.response.status)
            exchange.write(error.response.wireBytes(includingBody: variables.method != .head))
            return true
        }
    }

    /// - Returns: false when it failed, of which the handler's own code has told the log.
    private borrowing func writeRest(of response: Response) -> Bool {
        guard let rest = response.rest else { return true }
        do {
            while let piece = try rest() {
                guard exchange.write(piece) else { return true }
            }
            return true
        } catch {
            return false
        }
    }
}
