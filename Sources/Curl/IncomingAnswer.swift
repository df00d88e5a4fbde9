import CCurl

/// What libcurl hands over of an HTTP answer, piece by piece, up to a number of bytes.
final class IncomingAnswer {
    private(set) var headers: [HTTPHeader] = []
    private(set) var body: [UInt8] = []
    private var remainingBytes: Int
    private var isTooLarge = false
    private var isConnected = false

    init(maximumBytes: Int) { remainingBytes = maximumBytes }

    /// Has the handle write here.
    func attach(to handle: EasyHandle) throws(TransportError) {
        try unsafe handle.set(CURLOPT_HEADERFUNCTION, Self.takesHeader, CURLOPT_HEADERDATA, self)
        try unsafe handle.set(CURLOPT_WRITEFUNCTION, Self.takesBody, CURLOPT_WRITEDATA, self)
        try unsafe handle.setBeforeRequest(Self.notesConnection, self)
    }

    /// The error behind a code, and whether the request may have left.
    func failure(_ code: CURLcode, _ explanation: String) -> TransportError {
        let message = isTooLarge ? "the answer is longer than we take" : explanation
        return TransportError(code: Int(code.rawValue), message: message, mayHaveArrived: isConnected)
    }

    private func takeHeader(_ line: UnsafeRawBufferPointer) {
        let text = unsafe String(decoding: line, as: UTF8.self)
        // Each answer begins anew with its status line: a 100 or 103 may come before the one we want.
        if text.hasPrefix("HTTP/") {
            headers = []
        } else if let colon = text.utf8.firstIndex(of: UInt8(ascii: ":")) {
            let value = text[text.utf8.index(after: colon)...].trimmingBlanks
            headers.append(HTTPHeader(text[..<colon].lowercased(), value))
        }
    }

    /// False when these bytes are too many.
    private func hasRoom(for count: Int) -> Bool {
        isTooLarge = isTooLarge || count > remainingBytes
        remainingBytes -= count
        return !isTooLarge
    }

    /// > If that amount differs from the amount passed to your callback function, it'll signal an error condition to the
    /// > library (CURLOPT_WRITEFUNCTION(3)).
    private static let refusal = 0

    private static let takesHeader: ccurl_transfer_callback = { bytes, size, count, context in
        guard let context = unsafe context, let bytes = unsafe bytes else { return refusal }
        let answer = unsafe Unmanaged<IncomingAnswer>.fromOpaque(context).takeUnretainedValue()
        guard answer.hasRoom(for: size * count) else { return refusal }
        unsafe answer.takeHeader(UnsafeRawBufferPointer(start: bytes, count: size * count))
        return size * count
    }

    private static let takesBody: ccurl_transfer_callback = { bytes, size, count, context in
        guard let context = unsafe context, let bytes = unsafe bytes else { return refusal }
        let answer = unsafe Unmanaged<IncomingAnswer>.fromOpaque(context).takeUnretainedValue()
        guard answer.hasRoom(for: size * count) else { return refusal }
        unsafe answer.body.append(contentsOf: UnsafeRawBufferPointer(start: bytes, count: size * count))
        return size * count
    }

    /// > This function gets called by libcurl after a connection has been established or a connection has been reused
    /// > (including any SSL handshaking), but before any request is actually made (CURLOPT_PREREQFUNCTION(3)).
    private static let notesConnection: curl_prereq_callback = { context, _, _, _, _ in
        guard let context = unsafe context else { return CURL_PREREQFUNC_ABORT }
        unsafe Unmanaged<IncomingAnswer>.fromOpaque(context).takeUnretainedValue().isConnected = true
        return CURL_PREREQFUNC_OK
    }
}

extension Substring {
    /// The text without the spaces, tabs and line end around it (RFC 9110 §5.5).
    fileprivate var trimmingBlanks: String {
        String(drop(while: \.isWhitespace).reversed().drop(while: \.isWhitespace).reversed())
    }
}
