import Curl
import Testing

@Suite struct `The HTTP client` {
    @Test func `a refused connection says that nothing arrived`() throws {
        let client = try HTTPClient(allowsPlainHTTP: true)
        let error = #expect(throws: TransportError.self) {
            try client.exchange(HTTPRequest(url: "http://127.0.0.1:1/"))
        }
        #expect(error?.code == 7)
        #expect(error?.mayHaveArrived == false)
    }
}
