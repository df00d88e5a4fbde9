import CCurl

/// Asks other machines over HTTP, one request at a time, and keeps the connection for the next.
///
/// The server's certificate is verified. Redirects are not followed, no proxy is used, nothing is read from the
/// environment. libcurl sends a request again, once, when the kept connection turns out to be closed before any byte
/// of an answer: what must not happen twice needs an idempotency key.
public final class HTTPClient {
    private let handle: EasyHandle
    private let protocols: String
    private let certificateAuthorityFile: String?
    private let maximumResponseBytes: Int
    private let connectTimeoutMilliseconds: Int

    /// A client without a connection yet.
    ///
    /// HTTPS only, unless `allowsPlainHTTP` (for tests on loopback). The authorities are the system's, unless a PEM file
    /// of others is given. An answer beyond `maximumResponseBytes`, headers included, is an error.
    public init(
        allowsPlainHTTP: Bool = false,
        certificateAuthorityFile: String? = nil,
        maximumResponseBytes: Int = 1_048_576,
        connectTimeoutMilliseconds: Int = 3_000
    ) throws(TransportError) {
        handle = try EasyHandle()
        protocols = allowsPlainHTTP ? "https,http" : "https"
        self.certificateAuthorityFile = certificateAuthorityFile
        self.maximumResponseBytes = maximumResponseBytes
        self.connectTimeoutMilliseconds = connectTimeoutMilliseconds
    }

    /// Sends a request and waits for its whole answer, whatever its status.
    public func exchange(_ request: HTTPRequest) throws(TransportError) -> HTTPResponse {
        defer { handle.forget() }
        try handle.begin(protocols: protocols, certificateAuthorityFile: certificateAuthorityFile)
        try describe(request)
        let answer = IncomingAnswer(maximumBytes: maximumResponseBytes)
        try answer.attach(to: handle)
        let code = handle.perform()
        guard code == CURLE_OK else { throw answer.failure(code, handle.explanation(of: code)) }
        return HTTPResponse(status: try handle.responseCode, headers: answer.headers, body: answer.body)
    }

    private func describe(_ request: HTTPRequest) throws(TransportError) {
        try handle.set(CURLOPT_URL, request.url)
        try handle.set(CURLOPT_FOLLOWLOCATION, 0)
        try handle.set(CURLOPT_TIMEOUT_MS, request.timeoutMilliseconds)
        try handle.set(CURLOPT_CONNECTTIMEOUT_MS, connectTimeoutMilliseconds)
        // "Expect:" takes away a field of libcurl's own, which would wait for a 100 before a body of over 1 MiB.
        try handle.set(CURLOPT_HTTPHEADER, StringList(request.headers.map(Self.line) + ["Expect:"]))
        if request.method == "POST" || !request.body.isEmpty { try handle.setBody(request.body) }
        if request.method != "POST" { try handle.set(CURLOPT_CUSTOMREQUEST, request.method) }
    }

    /// > To add a header with no content, use the form 'MyHeader;' (note the ending semicolon) (CURLOPT_HTTPHEADER(3)).
    private static func line(_ field: HTTPHeader) -> String {
        field.value.isEmpty ? "\(field.name);" : "\(field.name): \(field.value)"
    }
}
